package dev.accrete.processor.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Tells what code makes of a few known values, where its source is to be had and all of it is understood. Hibernate
 * runs such code when it starts.
 */
public interface Evaluation {

    /** What comes out. */
    sealed interface Result {}

    /**
     * All of the code is understood.
     *
     * @param values in the order of what was put in; null is a value
     */
    record Values(List<Object> values) implements Result {

        public Values {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }

    /**
     * Some of the code is not understood, or not there.
     *
     * @param reason a clause, e.g. {@code Clock.systemUTC() in GradeConverter.java:12 is not understood}
     */
    record Unknown(String reason) implements Result {

        public Unknown {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * What a converter makes of each constant of an enum.
     *
     * @param converter the canonical name of an {@code AttributeConverter}
     * @param enumeration the canonical name of the enum
     */
    Result ofConstants(String converter, String enumeration);

    /** What a converter makes of false, true and null. */
    Result ofBooleans(String converter);

    /** What a field holds in each constant of an enum. */
    Result ofField(String enumeration, String field);

    /**
     * What a method returns, called on a new object of its class. Of its arguments nothing is known but that one can ask them
     * for Hibernate's JDBC types.
     *
     * @param type the canonical name of a class with a constructor without parameters
     * @return one value; a class and an object of a class as its canonical name, an enum constant as its name, a JDBC type
     *     that Hibernate finds by its code as that code
     */
    Result ofMethod(String type, String method);

    /**
     * What the constructor of a superclass without source is called with, where a new object of a class is made.
     *
     * @param type the canonical name of a class with a constructor without parameters
     * @return one value, as that of a method
     */
    Result ofSuperclassArgument(String type, String superclass, int index);

    /**
     * The class whose method of a name is called on an object: the class itself or its nearest superclass with one, else an
     * interface; Hibernate's interfaces don't count.
     *
     * @return a canonical name
     */
    Optional<String> declaredBy(String type, String method);

    /**
     * Whether a class's method, where the class or a superclass has one of its own, calls that of Hibernate's class with its
     * parameter of a type as it is.
     *
     * @param parameter the simple name of the parameter's type
     */
    boolean isHandedOn(String type, String method, String parameter);

    /** One that knows no code. */
    static Evaluation none() {
        Unknown unknown = new Unknown("its source is not to be had");
        return new Evaluation() {
            @Override
            public Result ofConstants(String converter, String enumeration) {
                return unknown;
            }

            @Override
            public Result ofBooleans(String converter) {
                return unknown;
            }

            @Override
            public Result ofMethod(String type, String method) {
                return unknown;
            }

            @Override
            public Result ofSuperclassArgument(String type, String superclass, int index) {
                return unknown;
            }

            @Override
            public Optional<String> declaredBy(String type, String method) {
                return Optional.empty();
            }

            @Override
            public boolean isHandedOn(String type, String method, String parameter) {
                return false;
            }

            @Override
            public Result ofField(String enumeration, String field) {
                return unknown;
            }
        };
    }
}
