package io.tenderhub.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.tenderhub.naming.NamePrefix;
import org.bson.Document;

/** The collections of one hub, named after its prefix. */
record HubCollections(
        MongoCollection<Document> summaries,
        MongoCollection<Document> scores,
        MongoCollection<Document> activities,
        MongoCollection<Document> searches,
        MongoCollection<Document> cache,
        MongoCollection<Document> analytics) {

    static HubCollections of(MongoDatabase database, NamePrefix prefix) {
        return new HubCollections(
                database.getCollection(prefix + "_summaries"),
                database.getCollection(prefix + "_scores"),
                database.getCollection(prefix + "_activities"),
                database.getCollection(prefix + "_searches"),
                database.getCollection(prefix + "_cache"),
                database.getCollection(prefix + "_analytics"));
    }
}
