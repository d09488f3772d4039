package dev.accrete.processor.map.naming;

import dev.accrete.processor.entity.EntityType;
import dev.accrete.processor.map.hibernate.HibernateSettings;
import dev.accrete.processor.map.hibernate.MappingOptions;
import dev.accrete.processor.map.hibernate.MappingVersion;
import dev.accrete.processor.map.hibernate.TargetDialect;
import dev.accrete.processor.map.hibernate.TargetDialects;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.naming.LongNames;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Names: the logical ones that JPA derives, and the physical ones that stand in the database.
 *
 * <p>A logical name is what an annotation says or what is derived from other logical names; annotations refer to columns
 * by it. A physical name is made from the finished logical one.
 *
 * @implNote Sources: JPA 3.2, chapter 11; Hibernate's ImplicitNamingStrategyJpaCompliantImpl and
 *     PhysicalNamingStrategySnakeCaseImpl; quoting as in its Identifier and its JDBC environment's helper.
 */
public final class NamingStrategy {

    private final boolean snakeCase;
    private final MappingOptions.ImplicitNaming implicit;
    private final HibernateSettings.Quoting quoting;
    private final TargetDialects dialects;
    private final MappingVersion version;
    private final Optional<Name> defaultSchema;
    private final CutNames ofColumns = new CutNames();
    private final CutNames ofRelations = new CutNames();

    public NamingStrategy(MappingOptions options, TargetDialects dialects) {
        this.snakeCase = options.naming() == MappingOptions.Naming.SNAKE_CASE;
        this.implicit = options.implicitNaming();
        this.quoting = options.settings().quoting();
        this.dialects = dialects;
        this.version = MappingVersion.of(options.hibernate());
        this.defaultSchema = options.settings().defaultSchema().map(NamingStrategy::name);
    }

    /** Reads a name as an annotation has it: in backticks, double quotes or brackets it is quoted. */
    public static Name name(String written) {
        String text = written.trim();
        if (text.length() > 2) {
            char first = text.charAt(0);
            char last = text.charAt(text.length() - 1);
            if (first == '`' && last == '`' || first == '"' && last == '"' || first == '[' && last == ']') {
                return Name.quoted(text.substring(1, text.length() - 1));
            }
        }
        return needsQuotes(text) ? Name.quoted(text) : Name.of(text);
    }

    /** Whether Hibernate finds a column by a logical name: a quoted name in lower case is found without its quotes too. */
    public static boolean same(Name column, Name asked) {
        return canonical(column).equals(canonical(asked));
    }

    private static String canonical(Name name) {
        return name.quoted() ? name.text() : name.text().toLowerCase(Locale.ROOT);
    }

    /** A character that an SQL identifier can't have, or not as the first one. */
    private static boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ok = Character.isLetter(c) || c == '_' || i > 0 && (Character.isDigit(c) || c == '$');
            if (!ok) {
                return true;
            }
        }
        return false;
    }

    /** The name of an entity's table: {@code @Table(name)}, else the entity's name. */
    public static Name table(EntityType entity, Optional<String> stated) {
        return name(stated.orElse(entity.name()));
    }

    /** A name of a prefix and another name, quoted if the other one is: {@code customer_id}. */
    public static Name joined(String prefix, Name referenced) {
        return referenced.quoted()
                ? Name.quoted(prefix + "_" + referenced.text())
                : name(prefix + "_" + referenced.text());
    }

    /**
     * The table of a relation, from the logical names of both sides' tables: {@code Order_Tag}; with Spring Boot, whose
     * SpringImplicitNamingStrategy has this one rule of its own, after the attribute: {@code Order_tags}.
     */
    public Name joinTable(Name owner, Name target, String attribute) {
        boolean spring = implicit == MappingOptions.ImplicitNaming.SPRING;
        String name = owner.text() + "_" + (spring ? attribute : target.text());
        return owner.quoted() || target.quoted() ? Name.quoted(name) : name(name);
    }

    /**
     * What stands for an attribute in derived names: its name, or its whole path.
     *
     * @param path the path of the attribute in its entity, e.g. {@code address.zip}
     */
    public String attribute(String path) {
        return implicit == MappingOptions.ImplicitNaming.COMPONENT_PATH
                ? path.replace('.', '_')
                : path.substring(path.lastIndexOf('.') + 1);
    }

    /** The logical name of an attribute's column if none is stated. */
    public Name column(String path) {
        return name(attribute(path));
    }

    /** The name in the database; Hibernate quotes before it renames. */
    public Name physical(Name logical) {
        return kept(renamed(unchanged(logical)), ofColumns);
    }

    private Name renamed(Name name) {
        return snakeCase && !(name.quoted() && version.keepsQuotedNames())
                ? name.withText(snakeCase(name.text(), version))
                : name;
    }

    /** PostgreSQL keeps the beginning of a long name. */
    private Name kept(Name name, CutNames cut) {
        return LongNames.isTooLong(name) && dialects.is(TargetDialect::cutsNames) ? cut.cut(name) : name;
    }

    /** The names that the mapping has in the place of one that the database cut; of tables and sequences, if there are any. */
    Set<Name> wholeOf(Name physical) {
        Set<Name> relations = ofRelations.wholeOf(physical);
        return relations.isEmpty() ? ofColumns.wholeOf(physical) : relations;
    }

    /** The name that Hibernate has for what is called so in the database. */
    public Name whole(Name physical) {
        return wholeOf(physical).stream().findFirst().orElse(physical);
    }

    /** The name in the database of what no strategy renames: a constraint, a column of a generator's table. */
    public Name unchanged(Name written) {
        return isQuoted(written) ? Name.quoted(written.text()) : written;
    }

    /** The name in the database of a foreign key. */
    public Name foreignKey(Name written) {
        return version.quotesForeignKeys() ? unchanged(written) : written;
    }

    private boolean isQuoted(Name logical) {
        return quoting.isAll()
                || quoting == HibernateSettings.Quoting.KEYWORDS
                        && dialects.is(dialect -> QuotedWords.contains(dialect, logical.text()))
                || version.quotesDollars() && logical.text().indexOf('$') >= 0;
    }

    /**
     * The name in the database of what a generator needs. A dotted name has its schema in it, and no setting quotes it.
     *
     * @implNote Hibernate's QualifiedNameParser, which knows no settings.
     */
    public QualifiedName ofGenerator(Optional<String> schema, String written) {
        int dot = written.lastIndexOf('.');
        return dot < 0
                ? physical(schema.map(NamingStrategy::name), name(written))
                : new QualifiedName(
                        Optional.of(renamed(name(written.substring(0, dot)))),
                        kept(renamed(name(written.substring(dot + 1))), ofRelations));
    }

    /** The name in the database of a table or sequence; one without a schema is in the default one. */
    public QualifiedName physical(Optional<Name> schema, Name logical) {
        return new QualifiedName(
                schema.or(() -> defaultSchema).map(this::physical), kept(renamed(unchanged(logical)), ofRelations));
    }

    /**
     * {@code firstName} to {@code first_name}: an underscore goes before an upper-case letter that stands between
     * lower-case letters or digits, so runs of upper-case letters stay together ({@code userID} is {@code userid}).
     */
    static String snakeCase(String text, MappingVersion version) {
        StringBuilder snake = new StringBuilder(text.length() + 4);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i) == '.' ? '_' : text.charAt(i);
            if (Character.isUpperCase(c)
                    && i > 0
                    && i < text.length() - 1
                    && version.isLowerCase(text.charAt(i - 1))
                    && version.isLowerCase(text.charAt(i + 1))) {
                snake.append('_');
            }
            snake.append(Character.toLowerCase(c));
        }
        return snake.toString();
    }
}
