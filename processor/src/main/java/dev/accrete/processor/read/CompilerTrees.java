package dev.accrete.processor.read;

import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.ToolProvider;

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

    /** Whether this Java has the types of trees, and so javac's parser, whatever compiler runs. */
    public static boolean areReadable() {
        try {
            return Trees.class.getModule() != null && ToolProvider.getSystemJavaCompiler() != null;
        } catch (LinkageError e) {
            return false;
        }
    }

    /**
     * Where trees begin and end, of any compile: also those of javac's parser beside another compiler.
     *
     * @param trees those of the compiler, if it has some
     */
    public static SourcePositions positions(Optional<Trees> trees) {
        return trees.orElseGet(() -> Trees.instance(ToolProvider.getSystemJavaCompiler()
                        .getTask(null, null, null, null, List.of("java.lang.Object"), null)))
                .getSourcePositions();
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
