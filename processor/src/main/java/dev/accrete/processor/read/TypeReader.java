package dev.accrete.processor.read;

import dev.accrete.processor.source.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/**
 * Turns the compiler's types into values and remembers the elements it met, so that a class which is named by an
 * attribute needs no search through all modules later.
 */
final class TypeReader {

    private static final TypeRef OBJECT = TypeRef.Declared.of("java.lang.Object");

    private final Map<Element, TypeRef.Declared> plain = new HashMap<>();
    private final Map<String, TypeElement> met = new HashMap<>();

    /** The element of a class that some type has named so far. */
    Optional<TypeElement> met(String name) {
        return Optional.ofNullable(met.get(name));
    }

    TypeRef read(TypeMirror type) {
        return read(type, List.of());
    }

    /** @return empty for a type that the compiler could not resolve */
    Optional<TypeRef.Declared> declared(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED
                ? Optional.of(declared((DeclaredType) type, List.of()))
                : Optional.empty();
    }

    /** The canonical name of an element of a class. */
    String name(TypeElement element) {
        return plain(element).name();
    }

    /** @param within the type variables whose bounds are being read; {@code T extends Comparable<T>} must end */
    private TypeRef read(TypeMirror type, List<Element> within) {
        return switch (type.getKind()) {
            case BOOLEAN, BYTE, SHORT, INT, LONG, CHAR, FLOAT, DOUBLE, VOID ->
                new TypeRef.Primitive(keyword(type.getKind()));
            case ARRAY -> new TypeRef.Array(read(((ArrayType) type).getComponentType(), within));
            case DECLARED -> declared((DeclaredType) type, within);
            case TYPEVAR -> variable((TypeVariable) type, within);
            case WILDCARD -> {
                TypeMirror bound = ((WildcardType) type).getExtendsBound();
                yield new TypeRef.Wildcard(bound == null ? OBJECT : read(bound, within));
            }
            case INTERSECTION -> read(((IntersectionType) type).getBounds().get(0), within);
            default -> new TypeRef.Unresolved(unresolved(type));
        };
    }

    private static String keyword(TypeKind kind) {
        return switch (kind) {
            case BOOLEAN -> "boolean";
            case BYTE -> "byte";
            case SHORT -> "short";
            case INT -> "int";
            case LONG -> "long";
            case CHAR -> "char";
            case FLOAT -> "float";
            case DOUBLE -> "double";
            default -> "void";
        };
    }

    /** Javac names an unresolved type as it is written, ECJ with the element behind it. */
    static String unresolved(TypeMirror type) {
        if (type instanceof DeclaredType declared) {
            String name = declared.asElement().toString();
            if (!name.isEmpty()) {
                return name;
            }
        }
        return type.toString();
    }

    private TypeRef.Declared declared(DeclaredType type, List<Element> within) {
        TypeRef.Declared plain = plain((TypeElement) type.asElement());
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        if (arguments.isEmpty()) {
            return plain;
        }
        List<TypeRef> read = new ArrayList<>(arguments.size());
        for (TypeMirror argument : arguments) {
            read.add(read(argument, within));
        }
        return new TypeRef.Declared(plain.name(), read);
    }

    private TypeRef.Declared plain(TypeElement element) {
        TypeRef.Declared known = plain.get(element);
        if (known == null) {
            known = TypeRef.Declared.of(element.getQualifiedName().toString());
            plain.put(element, known);
            met.put(known.name(), element);
        }
        return known;
    }

    private TypeRef variable(TypeVariable type, List<Element> within) {
        Element parameter = type.asElement();
        String name = parameter.getSimpleName().toString();
        TypeMirror bound = type.getUpperBound();
        if (within.contains(parameter)) {
            return new TypeRef.Variable(name, OBJECT);
        }
        List<Element> inside = new ArrayList<>(within);
        inside.add(parameter);
        return new TypeRef.Variable(name, read(bound, inside));
    }
}
