package dev.accrete.runtime.format;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Hashes as they stand in files: the algorithm's version, a colon, 32 hexadecimal digits. Version 1 is the first 128 bits
 * of a SHA-256.
 *
 * <p>The checksum of a script is over what it does: the mode of each step and the tokens of its statements. Comments,
 * white space and line ends change nothing.
 */
public final class Checksum {

    private final MessageDigest digest;

    Checksum() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** @return {@code 1:} and 32 hexadecimal digits */
    public static String of(Script script) {
        return of(script, script.steps().size(), 0);
    }

    /**
     * What the first part of a script does.
     *
     * @param steps whole steps from the first
     * @param statements so many statements of the step after these
     */
    public static String of(Script script, int steps, int statements) {
        Checksum hash = new Checksum();
        for (ScriptStep step : script.steps()) {
            boolean whole = step.number() <= steps;
            if (!whole && (step.number() > steps + 1 || statements == 0)) {
                break;
            }
            hash.add("step").add(step.mode().word());
            int left = whole ? Integer.MAX_VALUE : statements;
            for (ScriptStatement statement : step.statements()) {
                if (left-- == 0) {
                    break;
                }
                hash.add("statement").add("" + statement.tokens().size());
                for (String token : statement.tokens()) {
                    hash.add(token);
                }
            }
        }
        return hash.text();
    }

    /** Adds a part; parts can't run into each other, because their lengths are hashed too. */
    Checksum add(String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        int length = bytes.length;
        digest.update(
                new byte[] {(byte) (length >>> 24), (byte) (length >>> 16), (byte) (length >>> 8), (byte) length});
        digest.update(bytes);
        return this;
    }

    String text() {
        return "1:" + HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    /** Whether a text is a hash of this Accrete. */
    static boolean isKnown(String text) {
        return text.matches("1:[0-9a-f]{32}");
    }

    /** Whether a text is a hash of a newer Accrete. */
    static boolean isNewer(String text) {
        return text.matches("\\d+:.*") && !text.startsWith("1:");
    }
}
