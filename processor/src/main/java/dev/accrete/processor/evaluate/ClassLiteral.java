package dev.accrete.processor.evaluate;

import javax.lang.model.element.TypeElement;

/** The value of {@code Order.class}. */
record ClassLiteral(TypeElement type) {}
