package dev.accrete.processor.map;

import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.naming.NamingStrategy;
import dev.accrete.schema.model.Name;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The key of the entity that a join refers to, and the names by which join columns may refer to its columns.
 *
 * @param columns in the order of the identifier's attributes; none if the identifier could not be bound
 */
record ReferencedKey(Join join, List<ColumnBinding> columns, NamingStrategy naming) {

    int size() {
        return columns.size();
    }

    ColumnBinding first() {
        return columns.get(0);
    }

    /**
     * The column that a join column names.
     *
     * @implNote Hibernate's BinderHelper.findReferencedColumnOwner asks for the logical name; of an identifier that another one is
     *     derived from, CopyIdentifierComponentSecondPass asks for the one in the database ({@link DerivedColumns}).
     */
    Optional<ColumnBinding> named(Name name) {
        boolean derived = join.use() == Join.Use.MAPPED_KEY;
        Name logical = naming.unchanged(name);
        return columns.stream()
                .filter(column -> NamingStrategy.same(column.logical, logical)
                        || derived && (column.name.equals(name) || column.name.equals(naming.physical(name))))
                .findFirst();
    }

    /** The names of all columns, for a message. */
    String listed() {
        return columns.stream().map(column -> column.logical.text()).collect(Collectors.joining(", "));
    }
}
