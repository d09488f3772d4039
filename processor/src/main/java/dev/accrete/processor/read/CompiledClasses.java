package dev.accrete.processor.read;

import com.sun.source.util.Trees;
import java.util.function.Predicate;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/** Tells classes that come from class files from those that are compiled. Javac alone tells; elsewhere none comes from a file. */
public final class CompiledClasses {

    private CompiledClasses() {}

    /** Those of one compile. */
    public static Predicate<TypeElement> of(ProcessingEnvironment environment) {
        return CompilerTrees.of(environment)
                .<Predicate<TypeElement>>map(WithoutTree::new)
                .orElse(none());
    }

    /** No class comes from a file. */
    public static Predicate<TypeElement> none() {
        return type -> false;
    }

    /** Apart from the outer class, which must load where javac's trees are missing. */
    private record WithoutTree(Trees trees) implements Predicate<TypeElement> {

        @Override
        public boolean test(TypeElement type) {
            return trees.getTree(type) == null;
        }
    }
}
