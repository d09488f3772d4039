package dev.accrete.processor.report;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.accrete.processor.read.CompilerTrees;
import dev.accrete.processor.read.JavacPlace;
import dev.accrete.processor.source.Place;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * File and line of places, for messages that outlive the compile. Javac alone tells them; elsewhere (ECJ, classes that
 * come from class files) there are none, and the message names the element.
 */
public final class SourcePositions {

    private final Optional<Lines> lines;

    private SourcePositions(Optional<Lines> lines) {
        this.lines = lines;
    }

    public static SourcePositions of(ProcessingEnvironment environment) {
        return new SourcePositions(CompilerTrees.of(environment).map(Lines::new));
    }

    /** {@code User.java:12}; empty if it is not known. Valid for places of the round in which it is called. */
    public Optional<String> of(Place place) {
        return place instanceof JavacPlace at ? lines.flatMap(known -> known.of(at)) : Optional.empty();
    }

    /** Apart from the outer class, which must load where javac's trees are missing. */
    private record Lines(Trees trees) {

        Optional<String> of(JavacPlace at) {
            TreePath path = trees.getPath(
                    at.element(), at.annotation().orElse(null), at.value().orElse(null));
            if (path == null) {
                return Optional.empty();
            }
            CompilationUnitTree unit = path.getCompilationUnit();
            long position = position(unit, path.getLeaf());
            if (position < 0) {
                return Optional.empty();
            }
            String file = unit.getSourceFile().getName();
            String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
            return Optional.of(name + ":" + unit.getLineMap().getLineNumber(position));
        }

        /**
         * The line of a declaration's name, where the compiler points too; its annotations may take lines of their own.
         */
        private long position(CompilationUnitTree unit, Tree tree) {
            if (tree instanceof VariableTree variable && variable.getType() != null) {
                return start(unit, variable.getType());
            }
            if (tree instanceof MethodTree method && method.getReturnType() != null) {
                return start(unit, method.getReturnType());
            }
            return tree instanceof ClassTree type ? ofName(unit, type) : start(unit, tree);
        }

        private long ofName(CompilationUnitTree unit, ClassTree type) {
            long start = start(unit, type);
            try {
                Matcher declared = Pattern.compile(
                                "\\b(class|record|interface|enum)\\s+" + type.getSimpleName() + "\\b")
                        .matcher(unit.getSourceFile().getCharContent(true));
                return start >= 0 && declared.find((int) start) ? declared.start() : start;
            } catch (IOException e) {
                return start;
            }
        }

        private long start(CompilationUnitTree unit, Tree tree) {
            return trees.getSourcePositions().getStartPosition(unit, tree);
        }
    }
}
