package dev.accrete.schema.snapshot;

import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Schema;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/**
 * The hash by which compiled classes, scripts and databases say which model they mean. Equal schemas have equal hashes;
 * the order of columns, the spelling of unquoted names, settings and what is kept without a mapping don't count.
 */
public final class ModelHash {

    private static final String ALGORITHM = "1:";
    private static final int BYTES = 16;

    private ModelHash() {}

    /**
     * The hash of a model.
     *
     * @return {@code 1:}, the version of the algorithm, and 32 hexadecimal digits: the first 128 bits of the SHA-256 over
     *     the model's facts, with folded names, sorted
     */
    public static String of(Schema model) {
        FactWriter facts = new FactWriter(Name::key);
        facts.model(model);
        List<String> lines = new ArrayList<>(facts.lines());
        Collections.sort(lines);
        MessageDigest digest = sha256();
        for (String line : lines) {
            digest.update(line.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
        }
        return ALGORITHM + HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
