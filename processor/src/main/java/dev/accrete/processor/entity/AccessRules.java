package dev.accrete.processor.entity;

/**
 * What versions of Hibernate see otherwise when they look for the attributes of a class.
 *
 * @param readsRecordsByField whether annotations of a record's components don't count with property access
 * @param asksAttributes whether the annotations of attributes tell the access type of a class where its identifier doesn't; if
 *     not, what the topmost class states is that of all below it
 * @param erasesArrays whether the component of an array is what the class file says, not what a type variable stands for
 * @param refusesOtherGenerators whether an identifier that is declared again can't be generated there
 * @param takesEitherSide whether a member with an {@code @Access} is an attribute whatever it states; if not, only where it
 *     states its own side
 */
public record AccessRules(
        boolean readsRecordsByField,
        boolean asksAttributes,
        boolean erasesArrays,
        boolean refusesOtherGenerators,
        boolean takesEitherSide) {

    /** Those since Hibernate 7, which reads classes by another library, or those before. */
    public static AccessRules of(boolean since7) {
        return new AccessRules(since7, since7, since7, since7, since7);
    }
}
