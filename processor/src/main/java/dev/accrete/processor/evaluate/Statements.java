package dev.accrete.processor.evaluate;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.SimpleTreeVisitor;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Runs statements (JLS 14). */
final class Statements extends SimpleTreeVisitor<Completion, Frame> {

    private static final Set<String> LOGGERS = Set.of(
            "java.lang.System.Logger",
            "java.util.logging.Logger",
            "org.apache.commons.logging.Log",
            "org.apache.logging.log4j.Logger",
            "org.jboss.logging.Logger",
            "org.slf4j.Logger");

    private final Interpreter interpreter;

    Statements(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    Completion run(StatementTree statement, Frame frame) {
        interpreter.step();
        return statement.accept(this, frame);
    }

    Completion run(List<? extends StatementTree> statements, Frame frame) {
        for (StatementTree statement : statements) {
            Completion completion = run(statement, frame);
            if (!completion.isNormal()) {
                return completion;
            }
        }
        return Completion.NORMAL;
    }

    @Override
    protected Completion defaultAction(Tree tree, Frame frame) {
        throw interpreter.notUnderstood(tree, frame);
    }

    @Override
    public Completion visitBlock(BlockTree block, Frame frame) {
        return run(block.getStatements(), frame);
    }

    @Override
    public Completion visitEmptyStatement(EmptyStatementTree statement, Frame frame) {
        return Completion.NORMAL;
    }

    /** Asserts are off. */
    @Override
    public Completion visitAssert(AssertTree statement, Frame frame) {
        return Completion.NORMAL;
    }

    @Override
    public Completion visitExpressionStatement(ExpressionStatementTree statement, Frame frame) {
        if (isLogging(statement.getExpression(), frame)) {
            interpreter.expressions.evaluate(((MethodInvocationTree) statement.getExpression()).getArguments(), frame);
        } else {
            interpreter.expressions.run(statement.getExpression(), frame);
        }
        return Completion.NORMAL;
    }

    /** Whether a statement only tells a logger something. */
    private boolean isLogging(ExpressionTree expression, Frame frame) {
        return expression instanceof MethodInvocationTree call
                && call.getMethodSelect() instanceof MemberSelectTree select
                && select.getExpression() instanceof IdentifierTree logger
                && !frame.has(logger.getName().toString())
                && interpreter
                        .fields
                        .typeOf(logger.getName().toString(), frame)
                        .filter(ExpressionTree.class::isInstance)
                        .flatMap(type -> interpreter.names.find((ExpressionTree) type, frame.code()))
                        .filter(type -> LOGGERS.contains(type.getQualifiedName().toString()))
                        .isPresent();
    }

    @Override
    public Completion visitVariable(VariableTree variable, Frame frame) {
        String name = variable.getName().toString();
        Tree type = type(variable);
        if (variable.getInitializer() == null) {
            frame.declare(name, type);
        } else {
            frame.declare(name, type, interpreter.expressions.into(variable.getInitializer(), type, frame));
        }
        return Completion.NORMAL;
    }

    /** The type as written; null for {@code var}, which versions of javac keep in the tree or not. */
    static Tree type(VariableTree variable) {
        return variable.getType() == null || variable.getType().toString().equals("var") ? null : variable.getType();
    }

    @Override
    public Completion visitIf(IfTree statement, Frame frame) {
        if (interpreter.expressions.truth(statement.getCondition(), frame)) {
            return run(statement.getThenStatement(), frame);
        }
        return statement.getElseStatement() == null ? Completion.NORMAL : run(statement.getElseStatement(), frame);
    }

    @Override
    public Completion visitReturn(ReturnTree statement, Frame frame) {
        return new Completion(
                Completion.Kind.RETURN,
                statement.getExpression() == null
                        ? null
                        : interpreter.expressions.into(
                                statement.getExpression(), frame.returned().orElse(null), frame));
    }

    @Override
    public Completion visitYield(YieldTree statement, Frame frame) {
        return new Completion(Completion.Kind.YIELD, interpreter.expressions.evaluate(statement.getValue(), frame));
    }

    @Override
    public Completion visitBreak(BreakTree statement, Frame frame) {
        if (statement.getLabel() != null) {
            throw interpreter.notUnderstood(statement, frame);
        }
        return Completion.BREAK;
    }

    @Override
    public Completion visitContinue(ContinueTree statement, Frame frame) {
        if (statement.getLabel() != null) {
            throw interpreter.notUnderstood(statement, frame);
        }
        return Completion.CONTINUE;
    }

    @Override
    public Completion visitThrow(ThrowTree statement, Frame frame) {
        throw new Thrown(
                statement.getExpression() instanceof NewClassTree created
                        ? created.getIdentifier().toString()
                        : "an exception");
    }

    /** Exceptions are not caught: that would need to know which class they are of. */
    @Override
    public Completion visitTry(TryTree statement, Frame frame) {
        if (!statement.getResources().isEmpty() || statement.getFinallyBlock() != null) {
            throw interpreter.notUnderstood(statement, frame);
        }
        try {
            return run(statement.getBlock(), frame);
        } catch (Thrown e) {
            throw interpreter.notUnderstood(statement, frame);
        }
    }

    @Override
    public Completion visitWhileLoop(WhileLoopTree loop, Frame frame) {
        while (interpreter.expressions.truth(loop.getCondition(), frame)) {
            Completion completion = run(loop.getStatement(), frame);
            if (leaves(completion)) {
                return outside(completion);
            }
        }
        return Completion.NORMAL;
    }

    @Override
    public Completion visitDoWhileLoop(DoWhileLoopTree loop, Frame frame) {
        do {
            Completion completion = run(loop.getStatement(), frame);
            if (leaves(completion)) {
                return outside(completion);
            }
        } while (interpreter.expressions.truth(loop.getCondition(), frame));
        return Completion.NORMAL;
    }

    @Override
    public Completion visitForLoop(ForLoopTree loop, Frame frame) {
        run(loop.getInitializer(), frame);
        while (loop.getCondition() == null || interpreter.expressions.truth(loop.getCondition(), frame)) {
            Completion completion = run(loop.getStatement(), frame);
            if (leaves(completion)) {
                return outside(completion);
            }
            run(loop.getUpdate(), frame);
        }
        return Completion.NORMAL;
    }

    @Override
    public Completion visitEnhancedForLoop(EnhancedForLoopTree loop, Frame frame) {
        Object values = interpreter.expressions.evaluate(loop.getExpression(), frame);
        if (values == null) {
            throw Thrown.nullPointer();
        }
        Iterable<?> elements;
        if (values instanceof Object[] array) {
            elements = Arrays.asList(array);
        } else if (values instanceof Iterable<?> iterable) {
            elements = iterable;
        } else {
            throw interpreter.notUnderstood(loop.getExpression(), frame);
        }
        VariableTree variable = loop.getVariable();
        for (Object each : elements) {
            frame.declare(variable.getName().toString(), type(variable), each);
            Completion completion = run(loop.getStatement(), frame);
            if (leaves(completion)) {
                return outside(completion);
            }
        }
        return Completion.NORMAL;
    }

    private static boolean leaves(Completion completion) {
        return !completion.isNormal() && completion.kind() != Completion.Kind.CONTINUE;
    }

    private static Completion outside(Completion completion) {
        return completion.kind() == Completion.Kind.BREAK ? Completion.NORMAL : completion;
    }

    @Override
    public Completion visitSwitch(SwitchTree statement, Frame frame) {
        return outside(select(statement.getExpression(), statement.getCases(), frame));
    }

    /** Runs the cases of a switch, from the one that a value selects (JLS 14.11, 15.28). */
    Completion select(ExpressionTree selector, List<? extends CaseTree> cases, Frame frame) {
        Object value = interpreter.expressions.evaluate(selector, frame);
        int selected = -1;
        for (int i = 0; i < cases.size() && selected < 0; i++) {
            selected = matches(cases.get(i), value, frame) ? i : -1;
        }
        if (selected < 0 && value == null) {
            throw Thrown.nullPointer();
        }
        for (int i = 0; i < cases.size() && selected < 0; i++) {
            selected = isDefault(cases.get(i)) ? i : -1;
        }
        for (int i = selected; i >= 0 && i < cases.size(); i++) {
            CaseTree each = cases.get(i);
            if (each.getCaseKind() == CaseTree.CaseKind.RULE) {
                return each.getBody() instanceof ExpressionTree result
                        ? new Completion(Completion.Kind.YIELD, interpreter.expressions.evaluate(result, frame))
                        : run((StatementTree) each.getBody(), frame);
            }
            Completion completion = run(each.getStatements(), frame);
            if (!completion.isNormal()) {
                return completion;
            }
        }
        return Completion.NORMAL;
    }

    /** Labels that are patterns are no expressions; the tree then has none, as for {@code default}. */
    private static boolean isDefault(CaseTree each) {
        String text = each.toString();
        return text.startsWith("default") || text.startsWith("case null, default");
    }

    private boolean matches(CaseTree each, Object value, Frame frame) {
        List<? extends ExpressionTree> labels = each.getExpressions();
        if (labels.isEmpty() && !isDefault(each)) {
            throw interpreter.notUnderstood(each, frame);
        }
        return labels.stream().anyMatch(label -> matches(label, value, frame));
    }

    private boolean matches(ExpressionTree label, Object value, Frame frame) {
        if (label instanceof LiteralTree literal && literal.getKind() == Tree.Kind.NULL_LITERAL) {
            return value == null;
        }
        if (value == null) {
            return false;
        }
        if (value instanceof Instance instance) {
            String name = label instanceof IdentifierTree identifier
                    ? identifier.getName().toString()
                    : label instanceof MemberSelectTree select
                            ? select.getIdentifier().toString()
                            : "";
            return instance.constant()
                    .orElseThrow(() -> interpreter.notUnderstood(label, frame))
                    .name()
                    .equals(name);
        }
        Object constant = interpreter.expressions.evaluate(label, frame);
        return value instanceof String ? value.equals(constant) : Operators.same(value, constant, true);
    }
}
