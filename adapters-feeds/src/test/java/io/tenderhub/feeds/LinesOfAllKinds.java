package io.tenderhub.feeds;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Makes inputs of JSON Lines with everything that publishers write and much that they should not, from a seed. */
final class LinesOfAllKinds {
    private static final String[] ODD = {
        "",
        "  ",
        "\r",
        "\u0000",
        "not JSON",
        "[1,2]",
        "[]",
        "7",
        "{",
        "{}",
        "{\"ocid\":\"o",
        "{\"ocid\":\"o1\"}",
        "{\"ocid\":7,\"date\":\"2024-01-02T00:00:00Z\"}",
        "{\"ocid\":\" \",\"date\":\"2024-01-02T00:00:00Z\"}",
        "{\"ocid\":\"&nbsp;\",\"date\":\"2024-01-02T00:00:00Z\",\"tender\":{\"title\":\"t\"}}",
        "{\"ocid\":\"o1\",\"date\":\"soon\",\"tender\":{\"title\":\"t\"}}",
        "{\"ocid\":\"o1\",\"date\":\"0000-01-01\",\"tender\":{\"title\":\"t\"}}",
        "{\"ocid\":\"o1\",\"date\":\"2024-01-02T00:00:00Z\",\"a\":[1}",
        "{\"ocid\":\"o1\",\"date\":\"2024-01-02T00:00:00Z\",\"a\":01}",
        "{\"ocid\":\"o1\",\"date\":\"2024-01-02T00:00:00Z\",\"a\":\"\\q\"}",
        "{\"tender_No\":\"T1\",\"organ_of_State\":\"X\",\"id\":1,\"description\":\"words\"}",
        "{\"data\":[{\"tender_No\":\"T2\",\"organ_of_State\":\"X\",\"id\":2},{}]}",
        "{\"ocid\":\"o1\",\"releases\":[]}",
        "{\"ocid\":\"o1\",\"releases\":[{\"url\":\"x\"}]}",
        "{\"tender\":{\"title\":\"t\"},\"tag\":[\"tender\"]}",
        "{\"$schema\":\"x\",\"properties\":{}}",
        "\u001e"
    };

    private final Random random;

    LinesOfAllKinds(Random random) {
        this.random = random;
    }

    /** Begins with a release that stands on a line, so that it is taken for JSON Lines. */
    byte[] input() {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        if (random.nextInt(10) == 0) {
            lines.writeBytes(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
        }
        add(lines, release());
        int count = 1 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
            add(lines, line());
        }
        byte[] all = lines.toByteArray();
        if (random.nextInt(12) == 0) {
            return new String(all, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16LE);
        }
        if (random.nextInt(12) == 0) {
            return new String(all, StandardCharsets.UTF_8).getBytes(OpenedInput.WINDOWS_1252);
        }
        return all;
    }

    private void add(ByteArrayOutputStream lines, String line) {
        byte[] bytes = random.nextInt(20) == 0
                ? line.getBytes(OpenedInput.WINDOWS_1252)
                : line.getBytes(StandardCharsets.UTF_8);
        lines.writeBytes(bytes);
        lines.writeBytes((random.nextInt(6) == 0 ? "\r\n" : "\n").getBytes(StandardCharsets.UTF_8));
    }

    private String line() {
        return switch (random.nextInt(12)) {
            case 0, 1 -> ODD[random.nextInt(ODD.length)];
            case 2 -> "{\"records\":[{\"ocid\":\"o1\",\"releases\":[" + release() + "," + release() + "]}]}";
            case 3 -> "{\"releases\":[" + release() + "," + release() + "]}";
            case 4 -> "[" + release() + ",[" + release() + "],3]";
            case 5 -> "{\"ocid\":\"o" + random.nextInt(3) + "\",\"compiledRelease\":" + release() + "}";
            case 6 -> cut(release());
            case 7 -> release() + (random.nextBoolean() ? " " : "") + release();
            case 8 ->
                "{\"tender\":{\"records\":[" + release() + "]}," + release().substring(1);
            default -> release();
        };
    }

    private String cut(String line) {
        return line.substring(0, random.nextInt(line.length()));
    }

    /** Of few ocids, so that neighbours often are of the same one. */
    String release() {
        String ocid = "o" + random.nextInt(3);
        String date = "2024-0" + (1 + random.nextInt(3)) + "-0" + (1 + random.nextInt(3)) + "T00:00:00Z";
        String title = random.nextInt(4) == 0 ? "Café für “Ünïcode” 日本" : "Works " + random.nextInt(100);
        return "{\"ocid\":\"" + ocid + "\",\"id\":\"" + random.nextInt(9) + "\",\"date\":\"" + date
                + "\",\"tag\":[\"tender\"],\"tender\":{\"id\":\"t" + random.nextInt(3) + "\",\"title\":\"" + title
                + "\"}}";
    }
}
