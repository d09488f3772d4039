package dev.accrete.processor.read;

import com.sun.source.util.Trees;
import java.lang.reflect.Field;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;

/** Javac's syntax trees. Other compilers have none, and neither has a Java without the module jdk.compiler. */
public final class CompilerTrees {

    private CompilerTrees() {}

    /** @return empty where there are none; only a class that is loaded after that may name the types of trees */
    public static Optional<Trees> of(ProcessingEnvironment environment) {
        try {
            return Optional.of(Trees.instance(environment));
        } catch (IllegalArgumentException e) {
            // Not javac's own: ECJ's, or the wrapper that Gradle and kapt put around it.
            return wrapped(environment).flatMap(CompilerTrees::of);
        } catch (LinkageError e) {
            return Optional.empty();
        }
    }

    private static Optional<ProcessingEnvironment> wrapped(ProcessingEnvironment wrapper) {
        for (Field field : wrapper.getClass().getDeclaredFields()) {
            if (field.getType() == ProcessingEnvironment.class) {
                try {
                    field.setAccessible(true);
                    return Optional.ofNullable((ProcessingEnvironment) field.get(wrapper));
                } catch (ReflectiveOperationException | RuntimeException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}
