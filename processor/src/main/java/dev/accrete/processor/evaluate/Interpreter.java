package dev.accrete.processor.evaluate;

import com.sun.source.tree.LineMap;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;

/** The parts of one evaluation, which call each other, and its limits. */
final class Interpreter {

    /** How many expressions and statements one evaluation may run. */
    static final int STEPS = 1_000_000;

    private static final int DEPTH = 100;
    private static final int SHOWN = 60;

    final SourceTrees sources;
    final TypeNames names;
    final Statements statements = new Statements(this);
    final Expressions expressions = new Expressions(this);
    final Calls calls = new Calls(this);
    final Methods methods = new Methods(this);
    final Fields fields = new Fields(this);
    final Constructors constructors = new Constructors(this);

    private final SourcePositions positions;
    private int steps;
    private int depth;

    Interpreter(SourceTrees sources, TypeNames names, SourcePositions positions) {
        this.sources = sources;
        this.names = names;
        this.positions = positions;
    }

    void step() {
        if (++steps > STEPS) {
            throw new NotUnderstood("code that takes more than " + STEPS + " steps");
        }
    }

    void enter() {
        if (++depth > DEPTH) {
            throw new NotUnderstood("calls inside each other, " + DEPTH + " deep,");
        }
    }

    void leave() {
        depth--;
    }

    /** Names the part of the code that ends the evaluation, e.g. {@code Clock.systemUTC() in Grade.java:12}. */
    NotUnderstood notUnderstood(Tree tree, Frame frame) {
        String text = tree.toString().replaceAll("\\s+", " ").strip();
        String file = frame.code().unit().getSourceFile().getName();
        long start = positions.getStartPosition(frame.code().unit(), tree);
        LineMap lines = frame.code().unit().getLineMap();
        return new NotUnderstood((text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text)
                + " in " + file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)
                + (start >= 0 && lines != null ? ":" + lines.getLineNumber(start) : ""));
    }
}
