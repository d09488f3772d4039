package dev.accrete.processor.evaluate;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.util.TreeScanner;
import java.util.Set;

/**
 * Whether a method calls that of its superclass with one of its parameters as it is: it may read properties of it, and does
 * nothing else with it.
 */
final class HandedOn extends TreeScanner<Void, Void> {

    private static final Set<String> READERS =
            Set.of("containsKey", "get", "getOrDefault", "getProperty", "isEmpty", "size", "stringPropertyNames");

    /** Hibernate's, whose methods named {@code get} read what they are given. */
    private static final String HELPER = "ConfigurationHelper";

    private final String method;
    private final String parameter;
    private boolean otherwise;

    private HandedOn(String method, String parameter) {
        this.method = method;
        this.parameter = parameter;
    }

    static boolean is(MethodTree method, String parameter) {
        if (method.getBody() == null) {
            return false;
        }
        HandedOn uses = new HandedOn(method.getName().toString(), parameter);
        uses.scan(method.getBody(), null);
        return !uses.otherwise && method.getBody().getStatements().stream().anyMatch(uses::handsOn);
    }

    private boolean handsOn(StatementTree statement) {
        return statement instanceof ExpressionStatementTree expression
                && expression.getExpression() instanceof MethodInvocationTree call
                && isOfSuperclass(call)
                && call.getArguments().stream().anyMatch(this::isParameter);
    }

    private boolean isOfSuperclass(MethodInvocationTree call) {
        return call.getMethodSelect() instanceof MemberSelectTree select
                && select.getExpression().toString().equals("super")
                && select.getIdentifier().contentEquals(method);
    }

    private boolean isParameter(ExpressionTree expression) {
        return expression instanceof IdentifierTree identifier
                && identifier.getName().contentEquals(parameter);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
        boolean reads = call.getMethodSelect() instanceof MemberSelectTree select
                && (isParameter(select.getExpression())
                                && READERS.contains(select.getIdentifier().toString())
                        || select.getExpression().toString().endsWith(HELPER)
                                && select.getIdentifier().toString().startsWith("get"));
        if (!reads && !isOfSuperclass(call)) {
            return super.visitMethodInvocation(call, unused);
        }
        call.getArguments().stream().filter(argument -> !isParameter(argument)).forEach(each -> scan(each, unused));
        return null;
    }

    @Override
    public Void visitIdentifier(IdentifierTree identifier, Void unused) {
        otherwise |= isParameter(identifier);
        return null;
    }
}
