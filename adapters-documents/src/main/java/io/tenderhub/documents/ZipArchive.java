package io.tenderhub.documents;

import io.tenderhub.failure.UnreadableDocumentException.Reason;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** An archive in memory; its files are unpacked one by one, and counted as they come. */
final class ZipArchive {
    private static final int PIECE = 16 * 1024;

    private final byte[] bytes;
    private final List<ArchivedFile> files;
    private final Budget budget;

    /** @throws RefusedException as {@link ZipDirectory#read}, and if there are too many files with those counted before */
    ZipArchive(byte[] bytes, Budget budget) throws RefusedException {
        this.bytes = bytes;
        this.files = ZipDirectory.read(bytes, budget.limits().files());
        this.budget = budget;
        budget.countFiles(files.size());
    }

    List<ArchivedFile> files() {
        return files;
    }

    Optional<ArchivedFile> find(String name) {
        return files.stream().filter(file -> file.name().equals(name)).findFirst();
    }

    /**
     * The unpacked bytes of a file.
     *
     * @throws RefusedException where they are too many, damaged, encrypted, or packed in a way that is not known
     */
    byte[] unpack(ArchivedFile file) throws IOException {
        CRC32 crc = new CRC32();
        long most = budget.limits().bytesOfOne();
        try (InputStream in = new CheckedInputStream(open(file), crc)) {
            byte[] unpacked = in.readNBytes((int) most + 1);
            if (unpacked.length > most) {
                throw new RefusedException(
                        Reason.TOO_MUCH_INSIDE, "it has more than " + most / 1024 / 1024 + " MB unpacked");
            }
            if (crc.getValue() != file.crc()) {
                throw new RefusedException(Reason.DAMAGED, "its checksum does not fit");
            }
            return unpacked;
        } catch (ZipException | EOFException e) {
            throw new RefusedException(Reason.DAMAGED, "it can't be unpacked");
        }
    }

    private InputStream open(ArchivedFile file) throws RefusedException {
        if (file.encrypted()) {
            throw new RefusedException(Reason.ENCRYPTED, "it is encrypted");
        }
        InputStream packed = new ByteArrayInputStream(bytes, file.start(), file.packed());
        InputStream unpacked = switch (file.method()) {
            case ArchivedFile.STORED -> packed;
            case ArchivedFile.DEFLATED ->
                new InflaterInputStream(packed, new Inflater(true), PIECE) {
                    @Override
                    public void close() throws IOException {
                        super.close();
                        inf.end();
                    }
                };
            default -> throw new RefusedException(Reason.UNSUPPORTED_TYPE, "it is packed in a way that is not known");
        };
        return budget.counted(unpacked, file.packed());
    }
}
