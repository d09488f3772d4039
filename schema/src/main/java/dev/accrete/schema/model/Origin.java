package dev.accrete.schema.model;

import java.util.Objects;

/**
 * Where a piece of the schema comes from in the source.
 *
 * @param className the canonical name of the class, e.g. {@code com.acme.Order}
 * @param attribute the path of the attribute in that class, e.g. {@code address.zip}; empty for the class itself
 */
public record Origin(String className, String attribute) {

    public Origin {
        Objects.requireNonNull(className, "className");
        Objects.requireNonNull(attribute, "attribute");
    }

    /** Whether the attribute is one of an embeddable's, whose class may be in other places too. */
    public boolean isEmbedded() {
        return attribute.indexOf('.') >= 0;
    }

    /** {@code address} of {@code address.zip}. */
    public Origin outermost() {
        return isEmbedded() ? new Origin(className, attribute.substring(0, attribute.indexOf('.'))) : this;
    }

    /** {@code Order.address.zip}, with the simple name of the class. */
    public String shortText() {
        String simple = className.substring(className.lastIndexOf('.') + 1);
        return attribute.isEmpty() ? simple : simple + "." + attribute;
    }
}
