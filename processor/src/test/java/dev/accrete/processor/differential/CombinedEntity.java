package dev.accrete.processor.differential;

import dev.accrete.processor.differential.GeneratedModel.Attribute;
import dev.accrete.processor.differential.GeneratedModel.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** An entity of {@link CombinationGenerator} while it is being made. */
final class CombinedEntity {

    final String name;
    final List<String> annotations = new ArrayList<>(List.of("@Entity"));
    final List<Attribute> attributes = new ArrayList<>();
    /** The logical names of the columns of its key. */
    final List<String> key = new ArrayList<>();
    /** The Java types behind them. */
    final List<String> keyTypes = new ArrayList<>();
    /** Its columns that an index may have. */
    final List<String> columns = new ArrayList<>();
    /** The logical names of its secondary tables. */
    final List<String> secondary = new ArrayList<>();
    /** The Java type of its identifier. */
    String keyType = "";
    /** A unique column of another attribute, where it has one. */
    String unique = "";

    /** Whether its identifier is a relation alone. */
    boolean identifiedByRelation;

    String parent = "";
    boolean isAbstract;
    boolean hasTable = true;

    CombinedEntity(String name) {
        this.name = name;
    }

    void addKey(String column, String type) {
        addKey(List.of(column), List.of(type));
    }

    void addKey(List<String> columns, List<String> types) {
        key.addAll(columns);
        keyTypes.addAll(types);
    }

    void add(String type, String attribute, String... annotated) {
        attributes.add(new Attribute(List.of(annotated), type, attribute));
    }

    /** Join columns to its key, or to its unique column. */
    String joinColumns(Dice dice, String prefix, String more) {
        List<String> to = !unique.isEmpty() && dice.once(3) ? List.of(unique) : key;
        return to.stream()
                .map(column -> "@JoinColumn(name = \"" + dice.name(prefix) + "\", referencedColumnName = \"" + column
                        + "\"" + more + ")")
                .collect(Collectors.joining(", "));
    }

    Type type(boolean properties) {
        return new Type(
                annotations,
                (isAbstract ? "abstract " : "") + "class " + name + (parent.isEmpty() ? "" : " extends " + parent)
                        + " implements Serializable",
                properties,
                attributes,
                "");
    }
}
