package dev.accrete.processor.map;

import dev.accrete.processor.map.naming.NamingStrategy;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.schema.model.Name;
import java.util.Optional;

/**
 * What the mapping says about a foreign key.
 *
 * @param wish whether there is to be one
 * @param stated the {@code @ForeignKey} that has its name, its definition and its options
 */
record ForeignKeySpec(Wish wish, Optional<AnnotationUsage> stated) {

    /** Whether there is to be a foreign key. */
    enum Wish {
        /** An annotation asks for it, or none could say anything. */
        WANTED,
        /** Hibernate's {@code hibernate.hbm2ddl.default_constraint_mode} decides. */
        BY_DEFAULT,
        UNWANTED
    }

    /** One that no annotation could say anything of. */
    static ForeignKeySpec implied() {
        return new ForeignKeySpec(Wish.WANTED, Optional.empty());
    }

    /** As a {@code @ForeignKey} says. */
    static ForeignKeySpec of(AnnotationUsage foreignKey) {
        return new ForeignKeySpec(wish(foreignKey), Optional.of(foreignKey));
    }

    /**
     * What stands in the foreign key of an annotation, be it stated or a default.
     *
     * @param usage e.g. a {@code @JoinColumn}
     */
    static ForeignKeySpec in(AnnotationUsage usage, String member) {
        return usage.nested(member).map(ForeignKeySpec::of).orElseGet(ForeignKeySpec::byDefault);
    }

    static ForeignKeySpec byDefault() {
        return new ForeignKeySpec(Wish.BY_DEFAULT, Optional.empty());
    }

    /**
     * What holds where an override may say it, and annotations in its place: each can forbid the foreign key, and only the
     * override can ask for it, or describe it if it is there.
     *
     * @implNote Hibernate's BinderHelper.handleForeignKeyConstraint.
     */
    static ForeignKeySpec overridden(Optional<ForeignKeySpec> override, Optional<ForeignKeySpec> own) {
        boolean unwanted = override.filter(ForeignKeySpec::isUnwanted)
                .or(() -> own.filter(ForeignKeySpec::isUnwanted))
                .isPresent();
        boolean wanted = override.filter(ForeignKeySpec::isWanted).isPresent()
                && own.map(ForeignKeySpec::isWanted).orElse(true);
        return new ForeignKeySpec(
                unwanted ? Wish.UNWANTED : wanted ? Wish.WANTED : Wish.BY_DEFAULT,
                override.or(() -> own).flatMap(ForeignKeySpec::stated));
    }

    ForeignKeySpec withWish(Wish other) {
        return new ForeignKeySpec(other, stated);
    }

    ForeignKeySpec unwanted() {
        return withWish(Wish.UNWANTED);
    }

    boolean isWanted() {
        return wish == Wish.WANTED;
    }

    boolean isUnwanted() {
        return wish == Wish.UNWANTED;
    }

    boolean isNamed() {
        return name().isPresent();
    }

    /**
     * Whether there is one.
     *
     * @param byDefault whether relations have one that say nothing
     * @implNote Hibernate's ForeignKey.setName makes none for the name {@code none}.
     */
    boolean isMade(boolean byDefault) {
        boolean made = switch (wish) {
            case WANTED -> true;
            case BY_DEFAULT -> byDefault;
            case UNWANTED -> false;
        };
        return made
                && stated.filter(usage -> usage.string("name").equals("none")).isEmpty();
    }

    Optional<Name> name() {
        return text("name").map(NamingStrategy::name);
    }

    Optional<String> definition() {
        return text("foreignKeyDefinition");
    }

    Optional<String> options() {
        return text("options");
    }

    private Optional<String> text(String member) {
        return stated.flatMap(usage -> usage.nonEmpty(member));
    }

    private static Wish wish(AnnotationUsage foreignKey) {
        return switch (foreignKey.constant("value")) {
            case "CONSTRAINT" -> Wish.WANTED;
            case "NO_CONSTRAINT" -> Wish.UNWANTED;
            default -> Wish.BY_DEFAULT;
        };
    }
}
