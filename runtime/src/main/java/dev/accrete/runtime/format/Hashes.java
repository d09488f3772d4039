package dev.accrete.runtime.format;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Hashes as they stand in files: the algorithm's version, a colon, 32 hexadecimal digits. Version 1 is the first 128 bits
 * of a SHA-256.
 */
final class Hashes {

    private static final String PREFIX = "1:";
    private static final int DIGITS = 32;

    private final MessageDigest digest;

    Hashes() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Adds a part; parts can't run into each other, because their lengths are hashed too. */
    Hashes add(String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        int length = bytes.length;
        digest.update(
                new byte[] {(byte) (length >>> 24), (byte) (length >>> 16), (byte) (length >>> 8), (byte) length});
        digest.update(bytes);
        return this;
    }

    String text() {
        return PREFIX + HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }

    /** What a text that stands where a hash should be turns out to be. */
    enum Kind {
        KNOWN,
        NEWER,
        NONE
    }

    static Kind kindOf(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || !text.substring(0, colon).chars().allMatch(Character::isDigit)) {
            return Kind.NONE;
        }
        if (!text.startsWith(PREFIX)) {
            return Kind.NEWER;
        }
        String digits = text.substring(PREFIX.length());
        boolean hex =
                digits.length() == DIGITS && digits.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
        return hex ? Kind.KNOWN : Kind.NONE;
    }
}
