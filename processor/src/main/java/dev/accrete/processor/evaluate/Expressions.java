package dev.accrete.processor.evaluate;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SimpleTreeVisitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/** Evaluates expressions (JLS 15). */
final class Expressions extends SimpleTreeVisitor<Object, Frame> {

    private static final Set<Tree.Kind> STEPS = Set.of(
            Tree.Kind.POSTFIX_INCREMENT,
            Tree.Kind.POSTFIX_DECREMENT,
            Tree.Kind.PREFIX_INCREMENT,
            Tree.Kind.PREFIX_DECREMENT);

    private static final Set<String> BOOLEANS = Set.of("Boolean.TRUE", "Boolean.FALSE");

    private final Interpreter interpreter;

    Expressions(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** @throws NotUnderstood if the expression, or the value that it reads, is not understood */
    Object evaluate(ExpressionTree expression, Frame frame) {
        interpreter.step();
        return Poison.check(expression.accept(this, frame));
    }

    boolean truth(ExpressionTree condition, Frame frame) {
        return Operators.truth(evaluate(condition, frame));
    }

    /**
     * What a variable of a type holds once the expression is assigned to it. The branches of a conditional are converted
     * to that type, whatever type they have in common.
     *
     * @param type as written; null if it is not stated
     */
    Object into(ExpressionTree expression, Tree type, Frame frame) {
        if (expression instanceof ParenthesizedTree inner) {
            return into(inner.getExpression(), type, frame);
        }
        if (expression instanceof NewArrayTree array && array.getType() == null && type instanceof ArrayTypeTree of) {
            return array(array, of.getType(), frame);
        }
        if (expression instanceof ConditionalExpressionTree conditional && Operators.isSimple(type)) {
            boolean chosen = truth(conditional.getCondition(), frame);
            Object value =
                    into(chosen ? conditional.getTrueExpression() : conditional.getFalseExpression(), type, frame);
            if (value == null && Operators.isNumeric(type)) {
                checkNull(conditional, chosen, frame);
            }
            return value;
        }
        return Operators.convert(evaluate(expression, frame), type);
    }

    /** The same, and what is not understood is left to whoever reads the variable. */
    Object intoOrPoison(ExpressionTree expression, Tree type, Frame frame) {
        try {
            return into(expression, type, frame);
        } catch (NotUnderstood e) {
            return new Poison(e.getMessage());
        }
    }

    /** Evaluates an expression whose value nobody reads. */
    void run(ExpressionTree expression, Frame frame) {
        if (expression instanceof UnaryTree unary && STEPS.contains(unary.getKind())) {
            boolean up =
                    unary.getKind() == Tree.Kind.POSTFIX_INCREMENT || unary.getKind() == Tree.Kind.PREFIX_INCREMENT;
            Object value = evaluate(unary.getExpression(), frame);
            assign(unary.getExpression(), Operators.binary(up ? Tree.Kind.PLUS : Tree.Kind.MINUS, value, 1), frame);
        } else {
            evaluate(expression, frame);
        }
    }

    List<Object> evaluate(List<? extends ExpressionTree> expressions, Frame frame) {
        List<Object> values = new ArrayList<>(expressions.size());
        for (ExpressionTree each : expressions) {
            values.add(evaluate(each, frame));
        }
        return values;
    }

    @Override
    protected Object defaultAction(Tree tree, Frame frame) {
        throw interpreter.notUnderstood(tree, frame);
    }

    @Override
    public Object visitLiteral(LiteralTree literal, Frame frame) {
        return literal.getValue();
    }

    @Override
    public Object visitParenthesized(ParenthesizedTree inner, Frame frame) {
        return evaluate(inner.getExpression(), frame);
    }

    @Override
    public Object visitIdentifier(IdentifierTree identifier, Frame frame) {
        String name = identifier.getName().toString();
        if (name.equals("this")) {
            return self(identifier, frame);
        }
        if (frame.has(name)) {
            return frame.get(name);
        }
        return interpreter
                .fields
                .named(name, frame)
                .orElseThrow(() -> interpreter.notUnderstood(identifier, frame))
                .read();
    }

    Instance self(Tree tree, Frame frame) {
        return frame.self().orElseThrow(() -> interpreter.notUnderstood(tree, frame));
    }

    @Override
    public Object visitMemberSelect(MemberSelectTree select, Frame frame) {
        String name = select.getIdentifier().toString();
        if (name.equals("class")) {
            return interpreter
                    .names
                    .find(select.getExpression(), frame.code())
                    .map(ClassLiteral::new)
                    .orElseThrow(() -> interpreter.notUnderstood(select, frame));
        }
        Optional<TypeElement> type = type(select.getExpression(), frame);
        if (type.isPresent()) {
            return interpreter
                    .fields
                    .ofType(type.get(), name)
                    .orElseThrow(() -> interpreter.notUnderstood(select, frame))
                    .read();
        }
        Object owner = evaluate(select.getExpression(), frame);
        if (owner == null) {
            throw Thrown.nullPointer();
        }
        if (owner instanceof Instance instance) {
            return interpreter
                    .fields
                    .of(instance, name)
                    .orElseThrow(() -> interpreter.notUnderstood(select, frame))
                    .read();
        }
        if (owner instanceof Object[] array && name.equals("length")) {
            return array.length;
        }
        throw interpreter.notUnderstood(select, frame);
    }

    /** The class that an expression names; a variable of the same name comes first (JLS 6.4.2). */
    Optional<TypeElement> type(ExpressionTree expression, Frame frame) {
        if (expression instanceof IdentifierTree identifier) {
            return isVariable(identifier, frame) ? Optional.empty() : interpreter.names.find(expression, frame.code());
        }
        if (expression instanceof MemberSelectTree select) {
            ExpressionTree first = select;
            while (first instanceof MemberSelectTree inner) {
                first = inner.getExpression();
            }
            if (!(first instanceof IdentifierTree identifier) || isVariable(identifier, frame)) {
                return Optional.empty();
            }
            Optional<TypeElement> outer = type(select.getExpression(), frame);
            boolean field = outer.isPresent()
                    && interpreter
                            .fields
                            .ofType(outer.get(), select.getIdentifier().toString())
                            .isPresent();
            return field ? Optional.empty() : interpreter.names.find(select, frame.code());
        }
        return Optional.empty();
    }

    private boolean isVariable(IdentifierTree identifier, Frame frame) {
        String name = identifier.getName().toString();
        return name.equals("this")
                || name.equals("super")
                || frame.has(name)
                || interpreter.fields.named(name, frame).isPresent();
    }

    @Override
    public Object visitMethodInvocation(MethodInvocationTree call, Frame frame) {
        return interpreter.calls.invoke(call, frame);
    }

    @Override
    public Object visitConditionalExpression(ConditionalExpressionTree conditional, Frame frame) {
        boolean chosen = truth(conditional.getCondition(), frame);
        ExpressionTree branch = chosen ? conditional.getTrueExpression() : conditional.getFalseExpression();
        ExpressionTree other = chosen ? conditional.getFalseExpression() : conditional.getTrueExpression();
        Object value = evaluate(branch, frame);
        if (value == null) {
            checkNull(conditional, chosen, frame);
        }
        boolean promotes = value instanceof Character || value instanceof Number;
        if (promotes && !isNullOrOf(value.getClass(), other) && !areOfOneType(branch, other, frame)) {
            // The number may become one of the other's type, which is not known.
            throw interpreter.notUnderstood(conditional, frame);
        }
        return value;
    }

    /** Null that is not written as such is unboxed where the other branch is a number or a flag (JLS 15.25). */
    private void checkNull(ConditionalExpressionTree conditional, boolean chosen, Frame frame) {
        ExpressionTree branch = chosen ? conditional.getTrueExpression() : conditional.getFalseExpression();
        ExpressionTree other = chosen ? conditional.getFalseExpression() : conditional.getTrueExpression();
        boolean written = branch.getKind() == Tree.Kind.NULL_LITERAL;
        if (!written && !isNullOrOf(String.class, other) && !areOfOneType(branch, other, frame)) {
            throw interpreter.notUnderstood(conditional, frame);
        }
    }

    /** Whether two branches are fields of one type, as written, which is then that of the conditional (JLS 15.25). */
    private boolean areOfOneType(ExpressionTree branch, ExpressionTree other, Frame frame) {
        Optional<String> type = typeOfField(branch, frame);
        return type.isPresent() && type.equals(typeOfField(other, frame));
    }

    private Optional<String> typeOfField(ExpressionTree branch, Frame frame) {
        if (branch instanceof ParenthesizedTree inner) {
            return typeOfField(inner.getExpression(), frame);
        }
        return branch instanceof IdentifierTree identifier
                        && !frame.has(identifier.getName().toString())
                ? interpreter
                        .fields
                        .typeOf(identifier.getName().toString(), frame)
                        .map(Tree::toString)
                : Optional.empty();
    }

    /** Whether a branch is certainly null or of a class, as written. */
    private static boolean isNullOrOf(Class<?> type, ExpressionTree branch) {
        if (branch instanceof ParenthesizedTree inner) {
            return isNullOrOf(type, inner.getExpression());
        }
        if (branch instanceof ConditionalExpressionTree conditional) {
            return isNullOrOf(type, conditional.getTrueExpression())
                    && isNullOrOf(type, conditional.getFalseExpression());
        }
        if (branch instanceof UnaryTree unary && unary.getKind() == Tree.Kind.UNARY_MINUS) {
            return isNullOrOf(type, unary.getExpression());
        }
        if (branch instanceof TypeCastTree cast && cast.getType() instanceof PrimitiveTypeTree) {
            return Operators.isOf(type, cast.getType());
        }
        return branch instanceof LiteralTree literal
                && (literal.getValue() == null || literal.getValue().getClass() == type);
    }

    @Override
    public Object visitBinary(BinaryTree binary, Frame frame) {
        Tree.Kind operator = binary.getKind();
        if (operator == Tree.Kind.CONDITIONAL_AND || operator == Tree.Kind.CONDITIONAL_OR) {
            boolean left = truth(binary.getLeftOperand(), frame);
            return left == (operator == Tree.Kind.CONDITIONAL_OR) ? left : truth(binary.getRightOperand(), frame);
        }
        Object left = evaluate(binary.getLeftOperand(), frame);
        Object right = evaluate(binary.getRightOperand(), frame);
        if (operator == Tree.Kind.EQUAL_TO || operator == Tree.Kind.NOT_EQUAL_TO) {
            return (operator == Tree.Kind.EQUAL_TO) == same(binary, left, right);
        }
        if (operator == Tree.Kind.PLUS && (left instanceof String || right instanceof String)) {
            return Operators.concatenate(interpreter.calls.text(left), interpreter.calls.text(right));
        }
        return Operators.binary(operator, left, right);
    }

    private static boolean same(BinaryTree binary, Object left, Object right) {
        boolean literal = false;
        boolean reference = false;
        for (ExpressionTree operand : List.of(binary.getLeftOperand(), binary.getRightOperand())) {
            if (operand.getKind() == Tree.Kind.NULL_LITERAL) {
                return left == null && right == null;
            }
            literal |= operand instanceof LiteralTree;
            reference |= BOOLEANS.contains(operand.toString());
        }
        if ((left == null || right == null) && (literal || reference) && left != right) {
            if (reference) {
                return false;
            }
            if (!(left instanceof String || right instanceof String)) {
                throw Thrown.nullPointer();
            }
        }
        return Operators.same(left, right, literal);
    }

    @Override
    public Object visitUnary(UnaryTree unary, Frame frame) {
        if (STEPS.contains(unary.getKind())) {
            throw interpreter.notUnderstood(unary, frame);
        }
        return Operators.unary(unary.getKind(), evaluate(unary.getExpression(), frame));
    }

    @Override
    public Object visitAssignment(AssignmentTree assignment, Frame frame) {
        Object value = evaluate(assignment.getExpression(), frame);
        assign(assignment.getVariable(), value, frame);
        return value;
    }

    @Override
    public Object visitCompoundAssignment(CompoundAssignmentTree assignment, Frame frame) {
        Object before = evaluate(assignment.getVariable(), frame);
        Object operand = evaluate(assignment.getExpression(), frame);
        if (assignment.getKind() != Tree.Kind.PLUS_ASSIGNMENT) {
            throw interpreter.notUnderstood(assignment, frame);
        }
        Object after = before instanceof String
                ? Operators.concatenate((String) before, interpreter.calls.text(operand))
                : Operators.binary(Tree.Kind.PLUS, before, operand);
        assign(assignment.getVariable(), after, frame);
        return after;
    }

    /** @param value may be one that is not understood */
    void assign(ExpressionTree variable, Object value, Frame frame) {
        if (variable instanceof IdentifierTree identifier
                && frame.has(identifier.getName().toString())) {
            frame.set(identifier.getName().toString(), value);
        } else {
            interpreter.fields.assign(variable, value, frame);
        }
    }

    @Override
    public Object visitTypeCast(TypeCastTree cast, Frame frame) {
        Object value = evaluate(cast.getExpression(), frame);
        return cast.getType() instanceof PrimitiveTypeTree ? Operators.cast(value, cast.getType()) : value;
    }

    @Override
    public Object visitNewClass(NewClassTree created, Frame frame) {
        return interpreter.constructors.create(created, frame);
    }

    @Override
    public Object visitNewArray(NewArrayTree array, Frame frame) {
        if (array.getInitializers() == null || array.getType() == null) {
            throw interpreter.notUnderstood(array, frame);
        }
        return array(array, array.getType(), frame);
    }

    private Object[] array(NewArrayTree array, Tree type, Frame frame) {
        List<Object> values = new ArrayList<>();
        for (ExpressionTree each : array.getInitializers()) {
            values.add(into(each, type, frame));
        }
        return values.toArray();
    }

    @Override
    public Object visitArrayAccess(ArrayAccessTree access, Frame frame) {
        Object array = evaluate(access.getExpression(), frame);
        Object index = evaluate(access.getIndex(), frame);
        if (array == null) {
            throw Thrown.nullPointer();
        }
        if (array instanceof Object[] values && index instanceof Integer at) {
            if (at < 0 || at >= values.length) {
                throw new Thrown("ArrayIndexOutOfBoundsException");
            }
            return values[at];
        }
        throw interpreter.notUnderstood(access, frame);
    }

    @Override
    public Object visitLambdaExpression(LambdaExpressionTree lambda, Frame frame) {
        Frame captured = frame.inside();
        return (Lambda) arguments -> {
            Frame inside = captured.inside();
            List<? extends VariableTree> parameters = lambda.getParameters();
            if (parameters.size() != arguments.size()) {
                throw interpreter.notUnderstood(lambda, frame);
            }
            for (int i = 0; i < parameters.size(); i++) {
                inside.declare(parameters.get(i).getName().toString(), null, arguments.get(i));
            }
            if (lambda.getBodyKind() == LambdaExpressionTree.BodyKind.EXPRESSION) {
                return evaluate((ExpressionTree) lambda.getBody(), inside);
            }
            return Poison.check(interpreter
                    .statements
                    .run((StatementTree) lambda.getBody(), inside)
                    .value());
        };
    }

    @Override
    public Object visitMemberReference(MemberReferenceTree reference, Frame frame) {
        return interpreter.calls.reference(reference, frame);
    }

    @Override
    public Object visitSwitchExpression(SwitchExpressionTree expression, Frame frame) {
        Completion completion = interpreter.statements.select(expression.getExpression(), expression.getCases(), frame);
        if (completion.kind() != Completion.Kind.YIELD) {
            throw interpreter.notUnderstood(expression, frame);
        }
        return completion.value();
    }
}
