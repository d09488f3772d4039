package dev.accrete.processor.read;

import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;

/**
 * Turns annotation mirrors into values. A member whose value does not compile is left out: the compiler reports it, and
 * {@link Unresolved} tells that the class can't be mapped.
 */
final class AnnotationReader {

    private final TypeReader types;
    private final Map<Element, Map<String, Object>> defaults = new HashMap<>();

    AnnotationReader(TypeReader types) {
        this.types = types;
    }

    /** What stands on the element itself, in source order; inherited annotations are not repeated. */
    Annotations read(Element element, Unresolved unresolved) {
        List<? extends AnnotationMirror> mirrors = element.getAnnotationMirrors();
        if (mirrors.isEmpty()) {
            return Annotations.none();
        }
        List<AnnotationUsage> usages = new ArrayList<>(mirrors.size());
        JavacPlace place = JavacPlace.of(element);
        for (AnnotationMirror mirror : mirrors) {
            if (mirror.getAnnotationType().getKind() == TypeKind.DECLARED) {
                usages.add(usage(mirror, place, unresolved));
            } else {
                String name = TypeReader.unresolved(mirror.getAnnotationType());
                unresolved.add(place.in(mirror), "@" + name, name);
            }
        }
        return new Annotations(usages);
    }

    private AnnotationUsage usage(AnnotationMirror mirror, JavacPlace at, Unresolved unresolved) {
        TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
        JavacPlace place = at.in(mirror);
        Map<? extends ExecutableElement, ? extends AnnotationValue> written = mirror.getElementValues();
        if (written.isEmpty()) {
            return new AnnotationUsage(types.name(type), Map.of(), defaults(type), place, Map.of());
        }
        Map<String, Object> explicit = new HashMap<>();
        Map<String, Place> places = new HashMap<>();
        written.forEach((member, value) -> {
            String name = member.getSimpleName().toString();
            JavacPlace valuePlace = place.at(value);
            Object read = value.accept(new ValueReader(types.name(type), valuePlace, unresolved), null);
            if (read != null) {
                explicit.put(name, read);
                places.put(name, valuePlace);
            }
        });
        return new AnnotationUsage(types.name(type), explicit, defaults(type), place, places);
    }

    /** Read once for each annotation type; its usages share the map. */
    private Map<String, Object> defaults(TypeElement type) {
        Map<String, Object> known = defaults.get(type);
        if (known == null) {
            Map<String, Object> read = new HashMap<>();
            // A default may hold an annotation of a type that has this one as a default in turn.
            defaults.put(type, Map.of());
            for (ExecutableElement member : ElementFilter.methodsIn(type.getEnclosedElements())) {
                AnnotationValue value = member.getDefaultValue();
                if (value != null) {
                    Object result = value.accept(
                            new ValueReader(types.name(type), JavacPlace.of(type), Unresolved.ignored()), null);
                    if (result != null) {
                        read.put(member.getSimpleName().toString(), result);
                    }
                }
            }
            known = Map.copyOf(read);
            defaults.put(type, known);
        }
        return known;
    }

    /** One value; null for what does not compile. */
    private final class ValueReader extends SimpleAnnotationValueVisitor14<Object, Void> {

        private final String annotation;
        private final JavacPlace place;
        private final Unresolved unresolved;

        /** @param annotation the one that the value stands in */
        ValueReader(String annotation, JavacPlace place, Unresolved unresolved) {
            this.annotation = annotation;
            this.place = place;
            this.unresolved = unresolved;
        }

        @Override
        protected Object defaultAction(Object value, Void unused) {
            return value;
        }

        @Override
        public Object visitString(String text, Void unused) {
            // Javac's stand-in for a value that does not compile; a literal of this text prints with quotes.
            if (text.equals("<error>")
                    && place.value().map(Object::toString).orElse("").equals("<error>")) {
                unresolved.add(place, "a value that does not compile", annotation);
                return null;
            }
            return text;
        }

        @Override
        public Object visitType(TypeMirror type, Void unused) {
            if (type.getKind() == TypeKind.ERROR) {
                unresolved.add(place, type.toString(), annotation);
                return null;
            }
            return types.read(type);
        }

        @Override
        public Object visitEnumConstant(VariableElement constant, Void unused) {
            TypeElement type = (TypeElement) constant.getEnclosingElement();
            return new AnnotationUsage.EnumConstant(
                    types.name(type), constant.getSimpleName().toString());
        }

        @Override
        public Object visitAnnotation(AnnotationMirror mirror, Void unused) {
            if (mirror.getAnnotationType().getKind() != TypeKind.DECLARED) {
                unresolved.add(place, "@" + mirror.getAnnotationType(), annotation);
                return null;
            }
            return usage(mirror, place, unresolved);
        }

        @Override
        public Object visitArray(List<? extends AnnotationValue> values, Void unused) {
            List<Object> read = new ArrayList<>(values.size());
            for (AnnotationValue value : values) {
                Object element = value.accept(new ValueReader(annotation, place.at(value), unresolved), null);
                if (element != null) {
                    read.add(element);
                }
            }
            return List.copyOf(read);
        }
    }
}
