package dev.accrete.runtime.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** From the bytes of a file to its text. */
public final class FormatText {

    private FormatText() {}

    /**
     * Decodes UTF-8 and drops a byte order mark.
     *
     * @param fileName for messages
     * @throws FormatException [ACC-F107] if the bytes are no UTF-8
     */
    public static String decode(byte[] bytes, String fileName) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new FormatException(
                    FormatCode.NOT_UTF_8, fileName, 0, "the file is not UTF-8", "save it in UTF-8, without conversion");
        }
    }
}
