package dev.accrete.schema.diff;

import dev.accrete.schema.model.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The same input in the opposite order. */
final class Mirrored {

    private Mirrored() {}

    static Schema schema(Schema schema) {
        return new Schema(
                reversed(schema.types()),
                reversed(schema.sequences()),
                reversed(schema.tables().stream()
                        .map(table -> table.withColumns(reversed(table.columns())))
                        .toList()),
                reversed(schema.views()));
    }

    static Intents intents(Intents intents) {
        return new Intents(
                reversed(intents.tableRenames()),
                reversed(intents.columnRenames()),
                reversed(intents.tableDrops()),
                reversed(intents.columnDrops()),
                reversed(intents.columnKeeps()),
                reversed(intents.backfills()),
                reversed(intents.usings()),
                reversed(intents.rows()),
                reversed(intents.adoptions()),
                intents.implied());
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }
}
