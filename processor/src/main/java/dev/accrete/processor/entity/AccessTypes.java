package dev.accrete.processor.entity;

import dev.accrete.processor.source.Annotations;

/**
 * The access types that a class, and what it embeds, have where nothing is stated.
 *
 * <p>An embeddable has its holder's, not that of the embeddable around it: Hibernate's EntityBinder keeps one for the
 * entity, its CollectionBinder one for the collection, and its MapBinder none for keys, which means the getters.
 *
 * @param ofClass that of the class itself
 * @param ofEmbedded that of embeddables inline, at every depth
 * @param ofHierarchy that of the identifier itself, which embeddables in collections have
 */
record AccessTypes(Access ofClass, Access ofEmbedded, Access ofHierarchy) {

    /** Those of what an attribute embeds; the attribute may state the class's. */
    AccessTypes embedded(Annotations attribute) {
        return new AccessTypes(Access.stated(attribute).orElse(ofEmbedded), ofEmbedded, ofHierarchy);
    }

    /** Those of what a collection holds; the collection may state them. */
    AccessTypes held(Annotations collection) {
        Access access = Access.stated(collection).orElse(ofHierarchy);
        return new AccessTypes(access, access, ofHierarchy);
    }

    /** Those of a map's keys, from those of its values. */
    AccessTypes keys() {
        return new AccessTypes(ofClass, Access.PROPERTY, ofHierarchy);
    }
}
