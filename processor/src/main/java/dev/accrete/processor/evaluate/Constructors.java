package dev.accrete.processor.evaluate;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Creates objects (JLS 12.5, 15.9). A field whose value is not understood is noted as such; only a constructor with other
 * code that is not understood makes all fields unreadable.
 */
final class Constructors {

    private final Interpreter interpreter;

    Constructors(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    Object create(NewClassTree tree, Frame frame) {
        ExpressionTree name = tree.getIdentifier() instanceof ParameterizedTypeTree generic
                        && generic.getType() instanceof ExpressionTree raw
                ? raw
                : tree.getIdentifier();
        Optional<TypeElement> type = interpreter.names.find(name, frame.code());
        if (type.isEmpty() || tree.getClassBody() != null || tree.getEnclosingExpression() != null) {
            throw interpreter.notUnderstood(tree, frame);
        }
        List<Object> arguments = interpreter.expressions.evaluate(tree.getArguments(), frame);
        return interpreter.sources.code(type.get()).isPresent()
                ? create(type.get(), arguments)
                : Jdk.create(type.get().getQualifiedName().toString(), arguments);
    }

    /** @throws NotUnderstood if the class has no source or none whose constructor can be called */
    Instance create(TypeElement type, List<Object> arguments) {
        Optional<ClassCode> code = interpreter.sources.code(type);
        if (code.isEmpty()
                || code.get().isEnum()
                || code.get().isInterface()
                || code.get().isRecord()) {
            throw new NotUnderstood("the constructor of " + type.getSimpleName());
        }
        if (type.getModifiers().contains(Modifier.ABSTRACT)) {
            throw new Thrown("InstantiationException");
        }
        Instance created = new Instance(type, code, Optional.empty());
        construct(code.get(), created, arguments);
        return created;
    }

    /** Runs a constructor of a class on an object of it or of a subclass. */
    void construct(ClassCode code, Instance self, List<Object> arguments) {
        interpreter.enter();
        try {
            Frame frame = Frame.initialising(code, Optional.of(self));
            if (code.constructors().isEmpty() && arguments.isEmpty()) {
                constructSuperclass(code, self, List.of());
                initialise(code, self);
                return;
            }
            MethodTree constructor = interpreter
                    .methods
                    .choose(code.constructors(), arguments)
                    .orElseThrow(() -> new NotUnderstood(
                            "the constructor of " + self.type().getSimpleName()));
            interpreter.methods.declare(constructor, arguments, frame);
            run(code, self, constructor, frame);
        } catch (NotUnderstood e) {
            self.breakOff(e.getMessage());
        } catch (Thrown e) {
            self.breakOff(
                    "the constructor of " + self.type().getSimpleName() + ", which throws " + e.getMessage() + ",");
        } finally {
            interpreter.leave();
        }
    }

    private void run(ClassCode code, Instance self, MethodTree constructor, Frame frame) {
        List<? extends StatementTree> statements = constructor.getBody().getStatements();
        Optional<MethodInvocationTree> other = statements.stream().findFirst().flatMap(Constructors::constructorCall);
        boolean own =
                other.isPresent() && other.get().getMethodSelect().toString().equals("this");
        List<Object> passed = new ArrayList<>();
        if (other.isPresent()) {
            for (ExpressionTree each : other.get().getArguments()) {
                passed.add(interpreter.expressions.intoOrPoison(each, null, frame));
            }
        }
        if (own) {
            construct(code, self, passed);
        } else {
            constructSuperclass(code, self, passed);
            initialise(code, self);
        }
        for (StatementTree each : statements.subList(other.isPresent() ? 1 : 0, statements.size())) {
            if (!run(each, frame).isNormal()) {
                return;
            }
        }
    }

    private static Optional<MethodInvocationTree> constructorCall(StatementTree statement) {
        return statement instanceof ExpressionStatementTree expression
                        && expression.getExpression() instanceof MethodInvocationTree call
                        && call.getMethodSelect() instanceof IdentifierTree name
                        && (name.getName().contentEquals("this")
                                || name.getName().contentEquals("super"))
                ? Optional.of(call)
                : Optional.empty();
    }

    /** A superclass without source keeps its state to itself; what of it is read is not understood there. */
    private void constructSuperclass(ClassCode code, Instance self, List<Object> arguments) {
        interpreter
                .sources
                .superclass(code.element())
                .ifPresent(superclass -> interpreter
                        .sources
                        .code(superclass)
                        .ifPresentOrElse(
                                source -> construct(source, self, arguments),
                                () -> self.handOn(superclass.getQualifiedName().toString(), arguments)));
    }

    /** Runs the initialisers of a class on an object. */
    void initialise(ClassCode code, Instance self) {
        Frame frame = Frame.initialising(code, Optional.of(self));
        for (Tree member : code.members()) {
            if (member instanceof VariableTree field && !code.isStatic(field)) {
                initialise(code, field, self, frame);
            } else if (member instanceof BlockTree block && !block.isStatic()) {
                interpreter.statements.run(block, frame);
            }
        }
    }

    private void initialise(ClassCode code, VariableTree field, Instance self, Frame frame) {
        String name = field.getName().toString();
        if (field.getInitializer() != null) {
            self.set(code, name, interpreter.expressions.intoOrPoison(field.getInitializer(), field.getType(), frame));
        } else if (!field.getModifiers().getFlags().contains(Modifier.FINAL)) {
            self.set(code, name, Operators.initial(field.getType()));
        }
    }

    /** Runs the initialisers in the body of an enum constant. */
    void initialiseBody(ClassCode body, Instance constant) {
        try {
            initialise(body, constant);
        } catch (NotUnderstood e) {
            constant.breakOff(e.getMessage());
        } catch (Thrown e) {
            constant.breakOff("an initialiser that throws " + e.getMessage() + ",");
        }
    }

    private Completion run(StatementTree statement, Frame frame) {
        if (statement instanceof ExpressionStatementTree expression
                && expression.getExpression() instanceof AssignmentTree assignment) {
            interpreter.expressions.assign(
                    assignment.getVariable(),
                    interpreter.expressions.intoOrPoison(assignment.getExpression(), null, frame),
                    frame);
            return Completion.NORMAL;
        }
        return interpreter.statements.run(statement, frame);
    }
}
