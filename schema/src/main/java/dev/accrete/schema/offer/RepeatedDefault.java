package dev.accrete.schema.offer;

import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.Table;
import java.util.List;

/** A new column that is unique by itself, and whose default is one value: no two rows may be without a value of their own. */
public final class RepeatedDefault {

    private RepeatedDefault() {}

    /**
     * Whether that is so; what a function yields may differ.
     *
     * @param then the table as it is without the column
     * @param now the table that has it
     */
    public static boolean of(Column column, Table then, Table now) {
        return column.defaultValue().filter(sql -> sql.indexOf('(') < 0).isPresent()
                && Distinction.within(now, then, List.of(column.name()))
                        .filter(List::isEmpty)
                        .isPresent();
    }
}
