package io.tenderhub.campaign;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * What MongoDB holds, read past the product.
 *
 * @param summaries by the ocid they tell of
 * @param scores of the team, by the ocid they tell of
 */
record DerivedDocuments(Map<String, List<Document>> summaries, Map<String, List<Document>> scores) {

    static DerivedDocuments read(String mongoUrl) {
        ConnectionString url = new ConnectionString(mongoUrl);
        try (MongoClient client = MongoClients.create(url)) {
            MongoDatabase database =
                    client.getDatabase(Optional.ofNullable(url.getDatabase()).orElse("tenderhub"));
            return new DerivedDocuments(
                    by("_id", database, Grounds.PREFIX + "_summaries"),
                    by("tenderId", database, Grounds.PREFIX + "_scores"));
        }
    }

    private static Map<String, List<Document>> by(String ocid, MongoDatabase database, String collection) {
        return database.getCollection(collection).find().into(new ArrayList<>()).stream()
                .collect(Collectors.groupingBy(document -> String.valueOf(document.get(ocid))));
    }
}
