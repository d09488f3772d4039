package dev.accrete.processor.entity;

import dev.accrete.processor.source.AnnotationUsage;

/** An attribute of an entity, mapped superclass or embeddable, by what it maps to. */
public sealed interface Attribute {

    Declaration declaration();

    <R> R accept(Visitor<R> visitor);

    default String name() {
        return declaration().name();
    }

    default boolean has(String annotation) {
        return declaration().has(annotation);
    }

    /** Whether it is the identifier of its entity, or a part of it. */
    default boolean isIdentifier() {
        return has(Jpa.ID) || has(Jpa.EMBEDDED_ID);
    }

    /** Answers every kind of attribute; a new kind fails to compile wherever it is not answered. */
    interface Visitor<R> {
        R basic(Basic attribute);

        R embedded(Embedded attribute);

        R toOne(ToOne attribute);

        R toMany(ToMany attribute);

        R elementCollection(ElementCollection attribute);

        R any(Any attribute);

        R manyToAny(ManyToAny attribute);
    }

    /** A value in one column (mostly). */
    record Basic(Declaration declaration) implements Attribute {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.basic(this);
        }
    }

    /**
     * Several attributes inline; or an aggregate of several such values in one column, e.g. a document with a list.
     *
     * @param embeddable the class that has them, read with the access type of the class that embeds it
     * @param many whether the attribute holds several values of the class
     */
    record Embedded(Declaration declaration, EmbeddableType embeddable, boolean many) implements Attribute {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.embedded(this);
        }
    }

    /**
     * A reference to one entity.
     *
     * @param usage the {@code @ManyToOne} or {@code @OneToOne}
     * @param oneToOne which of the two
     * @param target the canonical name of the class referred to
     */
    record ToOne(Declaration declaration, AnnotationUsage usage, boolean oneToOne, String target) implements Attribute {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.toOne(this);
        }

        /** Whether the other side has the columns. */
        public boolean isInverse() {
            return usage.nonEmpty("mappedBy").isPresent();
        }
    }

    /**
     * References to many entities.
     *
     * @param usage the {@code @OneToMany} or {@code @ManyToMany}
     * @param manyToMany which of the two
     * @param plural the container
     * @param target the canonical name of the class referred to
     */
    record ToMany(Declaration declaration, AnnotationUsage usage, boolean manyToMany, Plural plural, String target)
            implements Attribute {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.toMany(this);
        }

        /** Whether the other side has the columns. */
        public boolean isInverse() {
            return usage.nonEmpty("mappedBy").isPresent();
        }
    }

    /**
     * Many values in a table of their own.
     *
     * @param usage the {@code @ElementCollection}
     * @param plural the container, with a stated {@code targetClass} as the element
     */
    record ElementCollection(Declaration declaration, AnnotationUsage usage, Plural plural) implements Attribute {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.elementCollection(this);
        }
    }

    /** A reference to one of several entity types ({@code @Any}). */
    record Any(Declaration declaration, AnnotationUsage usage) implements Attribute {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.any(this);
        }
    }

    /**
     * References to entities of several types.
     *
     * @param usage the {@code @ManyToAny}
     * @param plural the container
     */
    record ManyToAny(Declaration declaration, AnnotationUsage usage, Plural plural) implements Attribute {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.manyToAny(this);
        }
    }
}
