package dev.accrete.processor.evaluate;

import java.util.List;

/** The value of a lambda or a method reference. */
@FunctionalInterface
interface Lambda {

    Object call(List<Object> arguments);
}
