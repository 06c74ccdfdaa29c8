package io.tenderhub.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small documents, written by hand so that no library that reads them has made them. */
public final class SampleDocuments {
    /** The first bytes of an image. */
    public static final byte[] PNG = {
        (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'
    };

    private static final String TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private SampleDocuments() {}

    /** A PDF with a line of text on each page, in a font that it does not bring along. */
    public static byte[] pdf(String... pages) {
        List<String> objects = new ArrayList<>();
        List<String> kids = new ArrayList<>();
        for (int i = 0; i < pages.length; i++) {
            kids.add(4 + 2 * i + " 0 R");
        }
        objects.add("<< /Type /Catalog /Pages 2 0 R >>");
        objects.add("<< /Type /Pages /Kids [" + String.join(" ", kids) + "] /Count " + pages.length + " >>");
        objects.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        for (int i = 0; i < pages.length; i++) {
            String content = "BT /F1 12 Tf 72 720 Td (" + pages[i].replaceAll("([()\\\\])", "\\\\$1") + ") Tj ET";
            objects.add(
                    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents "
                            + (5 + 2 * i) + " 0 R >>");
            objects.add("<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream");
        }
        return pdfOf(objects);
    }

    /**
     * A PDF of these objects, numbered from 1, the first of which is its catalog.
     *
     * @param objects letters up to U+00FF, each of which is one byte
     */
    public static byte[] pdfOf(List<String> objects) {
        StringBuilder pdf = new StringBuilder("%PDF-1.7\n");
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            places.add(pdf.length());
            pdf.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int table = pdf.length();
        pdf.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
        places.forEach(place -> pdf.append(String.format("%010d 00000 n \n", place)));
        pdf.append("trailer\n<< /Size ").append(objects.size() + 1).append(" /Root 1 0 R >>\nstartxref\n");
        pdf.append(table).append("\n%%EOF\n");
        return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A DOCX of these paragraphs. */
    public static byte[] docx(String... paragraphs) {
        StringBuilder body = new StringBuilder();
        for (String paragraph : paragraphs) {
            body.append("<w:p><w:r><w:t>").append(paragraph).append("</w:t></w:r></w:p>");
        }
        return docxOf(body.toString(), Map.of());
    }

    /**
     * A DOCX.
     *
     * @param body what is in the {@code w:body}, with the prefixes {@code w}, {@code mc} and {@code m}
     * @param others further parts, such as {@code header1} or {@code footnotes}, with what is in them
     */
    public static byte[] docxOf(String body, Map<String, String> others) {
        StringBuilder types =
                new StringBuilder("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + type("document", "document.main"));
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("word/document.xml", word("document", "<w:body>" + body + "</w:body>"));
        others.forEach((name, content) -> {
            types.append(type(name, name.replaceAll("\\d", "")));
            files.put("word/" + name + ".xml", word(name.replaceAll("\\d", ""), content));
        });
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("[Content_Types].xml", utf8(types + "</Types>"));
        all.putAll(files);
        return zip(all);
    }

    private static String type(String file, String kind) {
        return "<Override PartName=\"/word/" + file + ".xml\" ContentType=\"" + TYPES + kind + "+xml\"/>";
    }

    private static byte[] word(String root, String content) {
        return utf8("<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:" + root
                + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
                + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
                + " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\">" + content + "</w:" + root
                + ">");
    }

    /** An archive of these files by their names, in the order of the map. */
    public static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
