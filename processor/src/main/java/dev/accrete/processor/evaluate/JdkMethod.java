package dev.accrete.processor.evaluate;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A method of the JDK, chosen by the values that are passed to it rather than by types (JLS 15.12.2), called by reflection. */
record JdkMethod(Method method) {

    private static final int LONGEST_TEXT = 10_000;

    static Optional<JdkMethod> ofClass(Class<?> type, String name, List<Object> arguments) {
        return find(type, name, arguments, true);
    }

    static Optional<JdkMethod> ofObjects(Class<?> type, String name, List<Object> arguments) {
        return find(type, name, arguments, false);
    }

    private static Optional<JdkMethod> find(Class<?> type, String name, List<Object> arguments, boolean isStatic) {
        List<Method> fitting = Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name) && !method.isBridge())
                .filter(method -> Modifier.isStatic(method.getModifiers()) == isStatic)
                .filter(method -> fits(method.getParameterTypes(), arguments))
                .toList();
        return fitting.stream()
                .filter(method -> fitting.stream().allMatch(other -> isAtLeastAsSpecific(method, other)))
                .findFirst()
                .map(JdkMethod::new);
    }

    private static boolean fits(Class<?>[] parameters, List<Object> arguments) {
        if (parameters.length != arguments.size()) {
            return false;
        }
        for (int i = 0; i < parameters.length; i++) {
            if (!fits(parameters[i], arguments.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(Class<?> parameter, Object argument) {
        if (parameter.isPrimitive()) {
            return argument != null && converted(parameter, argument).isPresent();
        }
        return argument == null && parameter != char[].class
                || parameter.isInstance(argument)
                || argument instanceof Lambda && parameter.isInterface();
    }

    /** A number or character where a primitive type is wanted, widened (JLS 5.1.2). */
    private static Optional<Object> converted(Class<?> primitive, Object value) {
        if (primitive == boolean.class) {
            return Optional.of(value).filter(Boolean.class::isInstance);
        }
        if (primitive == char.class) {
            return Optional.of(value).filter(Character.class::isInstance);
        }
        if (value instanceof Character character) {
            return primitive == int.class
                    ? Optional.of((int) character)
                    : primitive == long.class ? Optional.of((long) character) : Optional.empty();
        }
        int rank = value instanceof Byte ? 0 : value instanceof Short ? 1 : value instanceof Integer ? 2 : 3;
        if (!(value instanceof Number number) || value instanceof Float || value instanceof Double) {
            return Optional.empty();
        }
        if (primitive == byte.class && rank == 0) {
            return Optional.of(number.byteValue());
        }
        if (primitive == short.class && rank <= 1) {
            return Optional.of(number.shortValue());
        }
        if (primitive == int.class && rank <= 2) {
            return Optional.of(number.intValue());
        }
        return primitive == long.class ? Optional.of(number.longValue()) : Optional.empty();
    }

    private static boolean isAtLeastAsSpecific(Method method, Method other) {
        Class<?>[] own = method.getParameterTypes();
        Class<?>[] others = other.getParameterTypes();
        for (int i = 0; i < own.length; i++) {
            boolean narrower = own[i].isPrimitive() && others[i].isPrimitive()
                    ? width(own[i]) <= width(others[i])
                    : own[i].isPrimitive() || others[i].isAssignableFrom(own[i]);
            if (!narrower) {
                return false;
            }
        }
        return true;
    }

    private static int width(Class<?> primitive) {
        return List.of(boolean.class, byte.class, short.class, char.class, int.class, long.class)
                .indexOf(primitive);
    }

    /**
     * @param receiver null for a static method
     * @return what the method returned, which may be null
     * @throws Thrown what the method throws
     */
    Object invoke(Object receiver, List<Object> arguments) {
        Class<?>[] parameters = method.getParameterTypes();
        Object[] passed = new Object[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            Object argument = arguments.get(i);
            passed[i] = parameters[i].isPrimitive()
                    ? converted(parameters[i], argument).orElseThrow()
                    : argument instanceof Lambda lambda ? function(parameters[i], lambda) : argument;
        }
        try {
            Object result = method.invoke(receiver, passed);
            if (result instanceof CharSequence text && text.length() > LONGEST_TEXT) {
                throw new NotUnderstood("a text of more than " + LONGEST_TEXT + " characters");
            }
            return result;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof NotUnderstood || e.getCause() instanceof Thrown) {
                throw (RuntimeException) e.getCause();
            }
            throw new Thrown(e.getCause().getClass().getSimpleName());
        } catch (IllegalAccessException e) {
            throw new NotUnderstood("the method " + method.getName());
        }
    }

    /** A lambda as the JDK calls it. */
    private static Object function(Class<?> type, Lambda lambda) {
        return Proxy.newProxyInstance(
                JdkMethod.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> lambda.call(arguments == null ? List.of() : Arrays.asList(arguments)));
    }
}
