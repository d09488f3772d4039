package dev.accrete.processor.read;

import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.ClassSource;
import dev.accrete.processor.source.MemberDetails;
import dev.accrete.processor.source.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * The classes that a compiler knows, as values. Each class is read once, when it is first asked for.
 *
 * <p>Elements belong to the round in which they were looked up: make a reader for one round, and for the last one if
 * types that other processors generate shall resolve. Not thread-safe, as the compiler isn't.
 */
public final class ElementReader implements ClassSource {

    private final Elements elements;
    private final Types types;
    private final MemberOrder order;
    private final Predicate<TypeElement> compiled;
    private final TypeReader typeReader = new TypeReader();
    private final AnnotationReader annotationReader = new AnnotationReader(typeReader);
    private final Map<String, Optional<ClassDetails>> classes = new HashMap<>();
    private final Map<String, List<Missing>> missing = new HashMap<>();
    private final Map<Element, Annotations> packages = new HashMap<>();
    private final Map<Set<Modifier>, Set<String>> modifiers = new HashMap<>();
    private final Map<String, Map<String, Boolean>> subtypes = new HashMap<>();

    /** @param compiled whether a class comes from a class file, as {@link CompiledClasses} tells */
    public ElementReader(Elements elements, Types types, MemberOrder order, Predicate<TypeElement> compiled) {
        this.elements = elements;
        this.types = types;
        this.order = order;
        this.compiled = compiled;
    }

    @Override
    public Optional<ClassDetails> find(String name) {
        Optional<ClassDetails> known = classes.get(name);
        if (known == null) {
            known = element(name).map(this::details);
            classes.put(name, known);
        }
        return known;
    }

    /** The details of a class whose element is at hand. */
    public ClassDetails read(TypeElement element) {
        String name = typeReader.name(element);
        Optional<ClassDetails> known = classes.get(name);
        if (known == null || known.isEmpty()) {
            known = Optional.of(details(element));
            classes.put(name, known);
        }
        return known.get();
    }

    @Override
    public boolean isSubtype(String name, String supertype) {
        return name.equals(supertype)
                || subtypes.computeIfAbsent(supertype, type -> new HashMap<>())
                        .computeIfAbsent(
                                name,
                                type -> element(name)
                                        .flatMap(sub -> element(supertype)
                                                .map(sup -> types.isSubtype(
                                                        types.erasure(sub.asType()), types.erasure(sup.asType()))))
                                        .orElse(false));
    }

    /** Whether code elsewhere can make an object of a class: with a public constructor without parameters. */
    public boolean isInstantiable(String name) {
        return element(name)
                .filter(type -> !type.getModifiers().contains(Modifier.ABSTRACT)
                        && ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                                .anyMatch(constructor ->
                                        constructor.getParameters().isEmpty()
                                                && constructor.getModifiers().contains(Modifier.PUBLIC)))
                .filter(ElementReader::isPublic)
                .isPresent();
    }

    private static boolean isPublic(Element type) {
        boolean nested = type.getEnclosingElement() instanceof TypeElement;
        return type.getModifiers().contains(Modifier.PUBLIC)
                && (!nested || type.getModifiers().contains(Modifier.STATIC) && isPublic(type.getEnclosingElement()));
    }

    /**
     * What could not be resolved in the declarations of a class: types of its superclasses, fields and methods, and
     * annotations.
     *
     * @return in source order; empty for a class that compiles and for one that does not exist
     */
    public List<Missing> missing(String name) {
        return find(name).map(found -> missing.get(found.name())).orElse(List.of());
    }

    /** The classes that were read so far, by name. */
    public List<ClassDetails> known() {
        SortedMap<String, ClassDetails> known = new TreeMap<>();
        classes.values().forEach(found -> found.ifPresent(details -> known.put(details.name(), details)));
        return List.copyOf(known.values());
    }

    private Optional<TypeElement> element(String name) {
        return typeReader.met(name).or(() -> Optional.ofNullable(elements.getTypeElement(name)));
    }

    private ClassDetails details(TypeElement type) {
        Unresolved unresolved = new Unresolved(compiled.test(type));
        JavacPlace place = JavacPlace.of(type);
        Members members = new Members();
        for (Element member : order.members(type)) {
            members.add(member);
        }
        PackageElement owner = elements.getPackageOf(type);
        String name = typeReader.name(type);
        ClassDetails details = new ClassDetails(
                kind(type.getKind()),
                name,
                elements.getBinaryName(type).toString(),
                owner.getQualifiedName().toString(),
                modifiers(type),
                type.getTypeParameters().stream()
                        .map(TypeParameterElement::getSimpleName)
                        .map(Object::toString)
                        .toList(),
                superclass(type, place, unresolved),
                interfaces(type, place, unresolved),
                annotationReader.read(type, unresolved),
                packageAnnotations(owner),
                members.fields(unresolved),
                type.getKind() == ElementKind.ANNOTATION_TYPE
                        ? members.ofAnnotation(unresolved)
                        : members.getters(type, unresolved),
                members.components(unresolved),
                members.constants(unresolved),
                place);
        missing.put(name, unresolved.found());
        return details;
    }

    private static ClassDetails.Kind kind(ElementKind kind) {
        return switch (kind) {
            case ENUM -> ClassDetails.Kind.ENUM;
            case RECORD -> ClassDetails.Kind.RECORD;
            case INTERFACE -> ClassDetails.Kind.INTERFACE;
            case ANNOTATION_TYPE -> ClassDetails.Kind.ANNOTATION;
            default -> ClassDetails.Kind.CLASS;
        };
    }

    private Set<String> modifiers(Element element) {
        return modifiers.computeIfAbsent(element.getModifiers(), keywords -> {
            Set<String> names = new HashSet<>();
            keywords.forEach(keyword -> names.add(keyword.toString()));
            return Set.copyOf(names);
        });
    }

    private Optional<TypeRef.Declared> superclass(TypeElement type, JavacPlace place, Unresolved unresolved) {
        TypeMirror superclass = type.getSuperclass();
        if (superclass.getKind() == TypeKind.NONE) {
            return Optional.empty();
        }
        Optional<TypeRef.Declared> read = typeReader.declared(superclass);
        if (read.isEmpty()) {
            unresolved.add(place, superclass.toString());
        }
        return read.filter(declared -> !declared.name().equals("java.lang.Object"));
    }

    private List<TypeRef.Declared> interfaces(TypeElement type, JavacPlace place, Unresolved unresolved) {
        List<TypeRef.Declared> read = new ArrayList<>();
        for (TypeMirror each : type.getInterfaces()) {
            typeReader.declared(each).ifPresentOrElse(read::add, () -> unresolved.add(place, each.toString()));
        }
        return read;
    }

    private Annotations packageAnnotations(PackageElement owner) {
        Annotations known = packages.get(owner);
        if (known == null) {
            known = annotationReader.read(owner, Unresolved.ignored());
            packages.put(owner, known);
        }
        return known;
    }

    /** The enclosed elements of one class, sorted by what they are in a single walk. */
    private final class Members {

        private final List<Element> fields = new ArrayList<>();
        private final List<Element> constants = new ArrayList<>();
        private final List<ExecutableElement> getters = new ArrayList<>();
        private final List<RecordComponentElement> components = new ArrayList<>();
        private final Map<String, ExecutableElement> accessors = new LinkedHashMap<>();
        private final Set<String> setters = new HashSet<>();

        void add(Element member) {
            switch (member.getKind()) {
                case FIELD -> fields.add(member);
                case ENUM_CONSTANT -> constants.add(member);
                case RECORD_COMPONENT -> components.add((RecordComponentElement) member);
                case METHOD -> addMethod((ExecutableElement) member);
                default -> {
                    // Constructors, initialisers and nested types are no attributes.
                }
            }
        }

        private void addMethod(ExecutableElement method) {
            if (method.getModifiers().contains(Modifier.STATIC)) {
                return;
            }
            String name = method.getSimpleName().toString();
            if (method.getParameters().isEmpty()) {
                if (!Getters.property(name, method.getReturnType()).isEmpty()) {
                    getters.add(method);
                }
                accessors.put(name, method);
            } else if (Getters.isSetter(method, name)) {
                setters.add(name);
            }
        }

        List<MemberDetails> fields(Unresolved unresolved) {
            List<MemberDetails> read = new ArrayList<>(fields.size());
            for (Element field : fields) {
                String name = field.getSimpleName().toString();
                read.add(new MemberDetails(
                        MemberDetails.Kind.FIELD,
                        name,
                        name,
                        type(field, field.asType(), unresolved),
                        annotationReader.read(field, unresolved),
                        modifiers(field),
                        false,
                        JavacPlace.of(field)));
            }
            return read;
        }

        List<MemberDetails> ofAnnotation(Unresolved unresolved) {
            return accessors.values().stream()
                    .map(member -> new MemberDetails(
                            MemberDetails.Kind.GETTER,
                            member.getSimpleName().toString(),
                            member.getSimpleName().toString(),
                            type(member, member.getReturnType(), unresolved),
                            annotationReader.read(member, unresolved),
                            modifiers(member),
                            false,
                            JavacPlace.of(member)))
                    .toList();
        }

        List<MemberDetails> getters(TypeElement type, Unresolved unresolved) {
            List<MemberDetails> read = new ArrayList<>(getters.size());
            for (ExecutableElement getter : getters) {
                String name = getter.getSimpleName().toString();
                String property = Getters.property(name, getter.getReturnType());
                String setter = "set" + name.substring(name.startsWith("is") ? 2 : 3);
                read.add(new MemberDetails(
                        MemberDetails.Kind.GETTER,
                        property,
                        name,
                        type(getter, getter.getReturnType(), unresolved),
                        annotationReader.read(getter, unresolved),
                        modifiers(getter),
                        setters.contains(setter) || Getters.inheritsSetter(type, setter),
                        JavacPlace.of(getter)));
            }
            return read;
        }

        /**
         * An annotation that may not stand on a component itself moves on to the component's field and accessor
         * (Java Language Specification 8.10.3), so all three are read together.
         */
        List<MemberDetails> components(Unresolved unresolved) {
            List<MemberDetails> read = new ArrayList<>(components.size());
            for (RecordComponentElement component : components) {
                String name = component.getSimpleName().toString();
                Map<String, AnnotationUsage> annotations = new LinkedHashMap<>();
                // The field comes first: compilers know the position of it and of its annotations, not the component's.
                Optional<Element> field = fields.stream()
                        .filter(each -> each.getSimpleName().contentEquals(name))
                        .findFirst();
                field.ifPresent(it -> add(annotations, it));
                add(annotations, component);
                if (accessors.containsKey(name)) {
                    add(annotations, accessors.get(name));
                }
                read.add(new MemberDetails(
                        MemberDetails.Kind.RECORD_COMPONENT,
                        name,
                        name,
                        type(component, component.asType(), unresolved),
                        new Annotations(List.copyOf(annotations.values())),
                        modifiers(component),
                        false,
                        JavacPlace.of(field.orElse(component))));
            }
            return read;
        }

        /** What does not resolve was noted with the field already. */
        private void add(Map<String, AnnotationUsage> annotations, Element element) {
            for (AnnotationUsage usage :
                    annotationReader.read(element, Unresolved.ignored()).usages()) {
                annotations.putIfAbsent(usage.name(), usage);
            }
        }

        List<ClassDetails.Constant> constants(Unresolved unresolved) {
            List<ClassDetails.Constant> read = new ArrayList<>(constants.size());
            for (Element constant : constants) {
                read.add(new ClassDetails.Constant(
                        constant.getSimpleName().toString(), annotationReader.read(constant, unresolved)));
            }
            return read;
        }

        private TypeRef type(Element element, TypeMirror type, Unresolved unresolved) {
            TypeRef read = typeReader.read(type);
            noteUnresolved(element, read, unresolved);
            return read;
        }

        private void noteUnresolved(Element element, TypeRef type, Unresolved unresolved) {
            if (type instanceof TypeRef.Unresolved unknown) {
                unresolved.add(JavacPlace.of(element), unknown.text());
            } else if (type instanceof TypeRef.Array array) {
                noteUnresolved(element, array.component(), unresolved);
            } else if (type instanceof TypeRef.Declared declared) {
                declared.arguments().forEach(argument -> noteUnresolved(element, argument, unresolved));
            } else if (type instanceof TypeRef.Wildcard wildcard) {
                noteUnresolved(element, wildcard.bound(), unresolved);
            }
        }
    }
}
