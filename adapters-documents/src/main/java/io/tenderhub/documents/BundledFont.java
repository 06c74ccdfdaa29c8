package io.tenderhub.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Gives the one font that comes with the library for every font that a PDF does not bring along. So the text is the same on every
 * machine, no folder of fonts is searched, and no list of them written into anybody's home.
 */
final class BundledFont implements FontMapper {
    private static final String RESOURCE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private @Nullable TrueTypeFont loaded;

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(String baseFont, @Nullable PDFontDescriptor descriptor) {
        return new FontMapping<>(font(), true);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(String baseFont, @Nullable PDFontDescriptor descriptor) {
        return new FontMapping<>(font(), true);
    }

    @Override
    public CIDFontMapping getCIDFont(
            String baseFont, @Nullable PDFontDescriptor descriptor, @Nullable PDCIDSystemInfo system) {
        return new CIDFontMapping(noOpenTypeFont(), font(), true);
    }

    /** The library takes null for "only a TrueType font". */
    @SuppressWarnings("NullAway")
    private static @Nullable OpenTypeFont noOpenTypeFont() {
        return null;
    }

    private synchronized TrueTypeFont font() {
        if (loaded == null) {
            try (InputStream font = Objects.requireNonNull(PDFont.class.getResourceAsStream(RESOURCE), RESOURCE)) {
                loaded = new TTFParser().parse(new RandomAccessReadBuffer(font));
            } catch (IOException e) {
                throw new UncheckedIOException("the font that comes with the library can't be read", e);
            }
        }
        return loaded;
    }
}
