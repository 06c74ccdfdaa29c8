package io.tenderhub.documents;

import static io.tenderhub.contract.SampleDocuments.utf8;

import io.tenderhub.contract.SampleDocuments;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Documents that were made to harm whoever reads them. */
final class Attacks {
    private static final int MEGABYTE = 1024 * 1024;

    private Attacks() {}

    /** A raw deflate stream of 10 MB or less that unpacks to so many times 10 MB of one letter, between a beginning and an end. */
    static byte[] deflated(String beginning, char letter, int tenMegabytes, String end) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(deflate(deflater, utf8(beginning)));
        byte[] letters = String.valueOf(letter).repeat(10 * MEGABYTE).getBytes(StandardCharsets.ISO_8859_1);
        // After a full flush nothing points back, so what packs 10 MB can be repeated as it is.
        byte[] packed = deflate(deflater, letters);
        for (int i = 0; i < tenMegabytes; i++) {
            bytes.writeBytes(packed);
        }
        deflater.setInput(utf8(end));
        deflater.finish();
        byte[] rest = new byte[utf8(end).length + 100];
        bytes.write(rest, 0, deflater.deflate(rest));
        deflater.end();
        return bytes.toByteArray();
    }

    private static byte[] deflate(Deflater deflater, byte[] plain) {
        deflater.setInput(plain);
        byte[] packed = new byte[64 * 1024];
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int length;
        do {
            length = deflater.deflate(packed, 0, packed.length, Deflater.FULL_FLUSH);
            all.write(packed, 0, length);
        } while (length == packed.length);
        return all.toByteArray();
    }

    /** An archive of one file of this raw deflate stream, whose sizes in the directory are lies. */
    static byte[] zipOf(String name, byte[] deflated) {
        return zip(List.of(new Packed(name, 0, 8, deflated, 0)));
    }

    /** A file of an archive as its directory shall tell of it. */
    record Packed(String name, int flags, int method, byte[] bytes, long crc) {
        static Packed stored(String name, byte[] content) {
            CRC32 crc = new CRC32();
            crc.update(content);
            return new Packed(name, 0, 0, content, crc.getValue());
        }

        Packed encrypted() {
            return new Packed(name, 1, method, bytes, crc);
        }
    }

    static byte[] zip(List<Packed> files) {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        List<byte[]> directory = new ArrayList<>();
        for (Packed file : files) {
            directory.add(entry(file, zip.size()));
            zip.writeBytes(local(file));
        }
        return ended(zip, directory);
    }

    /** An archive in which every one of many files is the same bytes, of which there is only one copy. */
    static byte[] overlapping(int files, byte[] deflated) {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        zip.writeBytes(local(new Packed("0.txt", 0, 8, deflated, 0)));
        List<byte[]> directory = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            directory.add(entry(new Packed(i + ".txt", 0, 8, deflated, 0), 0));
        }
        return ended(zip, directory);
    }

    private static byte[] ended(ByteArrayOutputStream zip, List<byte[]> directory) {
        int begin = zip.size();
        directory.forEach(zip::writeBytes);
        ByteBuffer end = little(22).putInt(0x06054b50).putInt(0);
        // How many files there are is a lie as well.
        end.putShort((short) 1).putShort((short) 1).putInt(zip.size() - begin).putInt(begin);
        zip.writeBytes(end.array());
        return zip.toByteArray();
    }

    private static byte[] local(Packed file) {
        byte[] name = utf8(file.name());
        ByteBuffer header = little(30 + name.length + file.bytes().length);
        header.putInt(0x04034b50).putShort((short) 20).putShort((short) file.flags());
        header.putShort((short) file.method()).putInt(0).putInt((int) file.crc());
        header.putInt(file.bytes().length)
                .putInt(10)
                .putShort((short) name.length)
                .putShort((short) 0);
        return header.put(name).put(file.bytes()).array();
    }

    private static byte[] entry(Packed file, int place) {
        byte[] name = utf8(file.name());
        ByteBuffer entry = little(46 + name.length).putInt(0x02014b50);
        entry.putShort((short) 20).putShort((short) 20).putShort((short) file.flags());
        entry.putShort((short) file.method()).putInt(0).putInt((int) file.crc());
        entry.putInt(file.bytes().length).putInt(10).putShort((short) name.length);
        entry.putShort((short) 0).putShort((short) 0).putShort((short) 0).putShort((short) 0);
        return entry.putInt(0).putInt(place).put(name).array();
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A DOCX whose body is this raw deflate stream. */
    static byte[] docxOf(byte[] deflatedBody) {
        byte[] types = utf8("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override"
                + " PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
                + ".wordprocessingml.document.main+xml\"/></Types>");
        return zip(List.of(
                Packed.stored("[Content_Types].xml", types), new Packed("word/document.xml", 0, 8, deflatedBody, 0)));
    }

    /** A DOCX whose body is this XML, whatever it is. */
    static byte[] docxOf(String documentXml) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                "[Content_Types].xml",
                utf8("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
                        + ".wordprocessingml.document.main+xml\"/></Types>"));
        files.put("word/document.xml", utf8(documentXml));
        return SampleDocuments.zip(files);
    }

    /** A PDF of one page whose content is a zlib stream of this raw deflate stream. */
    static byte[] pdfOfContent(byte[] deflated) {
        return pdfOf("<< /Font << /F1 3 0 R >> >>", deflated, List.of());
    }

    /** A PDF of one page that draws a form of this raw deflate stream. */
    static byte[] pdfOfForm(byte[] deflated) {
        String form = "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Filter /FlateDecode" + stream(zlib(deflated));
        return pdfOf("<< /XObject << /X 6 0 R >> >>", null, List.of(form));
    }

    /** A PDF of one page that draws a form that draws two forms, and so on: more than anybody ever finishes. */
    static byte[] pdfOfFormsWithinForms(int levels) {
        List<String> forms = new ArrayList<>();
        for (int i = 0; i < levels; i++) {
            int next = Math.min(6 + i + 1, 6 + levels - 1);
            forms.add("<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X " + next
                    + " 0 R >> >>" + stream("/X Do /X Do"));
        }
        return pdfOf("<< /XObject << /X 6 0 R >> >>", null, forms);
    }

    private static byte[] pdfOf(String resources, byte[] deflatedContent, List<String> others) {
        List<String> objects = new ArrayList<>(List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources " + resources + " /Contents 5 0 R >>",
                deflatedContent == null
                        ? "<<" + stream("/X Do")
                        : "<< /Filter /FlateDecode" + stream(zlib(deflatedContent))));
        objects.addAll(others);
        return SampleDocuments.pdfOf(objects);
    }

    private static String stream(String content) {
        return " /Length " + content.length() + " >>\nstream\n" + content + "\nendstream";
    }

    /** With the two bytes before it that make it a zlib stream; the checksum after it is missing, which readers bear. */
    private static String zlib(byte[] deflated) {
        return "\u0078\u00da" + new String(deflated, StandardCharsets.ISO_8859_1);
    }
}
