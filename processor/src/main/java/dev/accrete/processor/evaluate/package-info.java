/**
 * Runs converters and reads enums while compiling, as Hibernate does when it starts: a small interpreter of the syntax
 * trees that javac shows or its parser makes of the sources around the compile.
 *
 * <p>In: the names of a converter or an enum. Out: {@code Evaluation.Values}, or why they are not known. There is no
 * guessing: whatever is not understood ends the evaluation, and so do {@value
 * dev.accrete.processor.evaluate.Interpreter#STEPS} steps. Nothing of the user's is loaded or run by the JVM.
 *
 * <p>Understood are, in classes whose sources are to be had:
 *
 * <ul>
 *   <li>statements: blocks, local variables, if, switch (both forms), loops, return, throw; a try that nothing leaves by
 *       an exception
 *   <li>expressions: literals, variables, fields, operators on texts, flags and whole numbers, conditionals, switch,
 *       calls, lambdas, method references, arrays, casts, {@code new} of classes that are understood
 *   <li>classes: enum constants with arguments and bodies, constructors, initialisers, static and instance methods,
 *       superclasses, default methods, nested classes, static imports
 *   <li>of the JDK what {@code Jdk} lists: texts, wrappers, {@code Objects}, {@code Optional}, streams, maps, lists,
 *       sets; calls of loggers are passed over
 * </ul>
 *
 * <p>A field counts as what its initialiser or the constructor makes it, if it is final or nothing in its class assigns it
 * later. Calls that depend on the default locale are run with {@code Locale.ROOT}. Names are resolved here, by the rules
 * of the language (JLS 6 and 15.12): bodies have no types yet when processors run. Values are those of the JVM itself
 * (texts, boxes, maps), and {@code Instance} for objects of classes that are interpreted.
 *
 * <p>Depends on {@code source}, {@code read} and javac; only {@code Evaluator} may be loaded where the module
 * {@code jdk.compiler} is missing.
 */
package dev.accrete.processor.evaluate;
