package dev.accrete.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.MemberDetails;
import dev.accrete.processor.source.TypeRef;
import dev.accrete.processor.testing.Sources;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ElementReaderTest {

    @Test
    void aNestedClassHasBothNames() {
        Sources.of("""
                package shop;
                public class Order {
                    static abstract class Line {}
                }
                """).read(classes -> {
            ClassDetails line = classes.find("shop.Order.Line").orElseThrow();

            assertThat(line.binaryName()).isEqualTo("shop.Order$Line");
            assertThat(line.packageName()).isEqualTo("shop");
            assertThat(line.simpleName()).isEqualTo("Line");
            assertThat(line.modifiers()).containsExactlyInAnyOrder("static", "abstract");
            assertThat(line.superclass()).isEmpty();
            assertThat(classes.find("shop.Order.Line")).containsSame(line);
        });
    }

    @Test
    void fieldsKeepTheirSourceOrderAndGenericTypes() {
        Sources.of("""
                package shop;
                import java.util.*;
                class Order<T extends Comparable<T>> extends ArrayList<T> implements java.io.Serializable {
                    static final long serialVersionUID = 1;
                    int zero;
                    Map<String, ? extends List<T[]>> alpha;
                    transient T more;
                    List<?> any;
                }
                """).read(classes -> {
            ClassDetails order = classes.find("shop.Order").orElseThrow();

            assertThat(order.typeParameters()).containsExactly("T");
            assertThat(order.superclass().map(TypeRef::text)).contains("java.util.ArrayList<T>");
            assertThat(order.interfaces()).extracting(TypeRef::text).containsExactly("java.io.Serializable");
            assertThat(order.fields())
                    .extracting(field -> field.type().text() + " " + field.name())
                    .containsExactly(
                            "long serialVersionUID",
                            "int zero",
                            "java.util.Map<java.lang.String, ? extends java.util.List<T[]>> alpha",
                            "T more",
                            "java.util.List<? extends java.lang.Object> any");
            assertThat(order.fields().get(3).modifiers()).containsExactly("transient");
            assertThat(((TypeRef.Variable) order.fields().get(3).type()).bound().text())
                    .isEqualTo("java.lang.Comparable<T>");
        });
    }

    @Test
    void gettersAreNamedAsJavaBeansDoes() {
        Sources.of("""
                package shop;
                class Base { void setInherited(String s) {} }
                class Order extends Base {
                    String getURL() { return null; }
                    void setURL(String url) {}
                    int getX() { return 0; }
                    boolean isOpen() { return true; }
                    Boolean isPaid() { return true; }
                    String isText() { return ""; }
                    void getNothing() {}
                    String getWith(int i) { return null; }
                    static int getStatic() { return 0; }
                    String getInherited() { return null; }
                    String get() { return null; }
                }
                """)
                .read(classes -> assertThat(
                                classes.find("shop.Order").orElseThrow().getters())
                        .extracting(getter -> getter.element() + " " + getter.name() + " " + getter.hasSetter())
                        .containsExactly(
                                "getURL URL true",
                                "getX x false",
                                "isOpen open false",
                                "isPaid paid false",
                                "getInherited inherited true"));
    }

    @Test
    void aRecordComponentHasTheAnnotationsThatMovedToItsField() {
        Sources.of("""
                package shop;
                import jakarta.persistence.*;
                @Embeddable record Money(@Column(name = "amt") long amount, String currency) {}
                """).read(classes -> {
            ClassDetails money = classes.find("shop.Money").orElseThrow();

            assertThat(money.kind()).isEqualTo(ClassDetails.Kind.RECORD);
            assertThat(money.components()).extracting(MemberDetails::name).containsExactly("amount", "currency");
            assertThat(money.components()
                            .get(0)
                            .annotations()
                            .find("jakarta.persistence.Column")
                            .orElseThrow()
                            .string("name"))
                    .isEqualTo("amt");
        });
    }

    @Test
    void writtenMembersAreToldFromDefaults() {
        Sources.of("""
                package shop;
                import jakarta.persistence.*;
                @Table(indexes = @Index(columnList = "a, b", unique = true))
                class Order {
                    @Column(length = 40) @Convert(converter = C.class) @Enumerated(EnumType.STRING) String a;
                    @ManyToOne Order b;
                }
                abstract class C implements AttributeConverter<String, String> {}
                """).read(classes -> {
            ClassDetails order = classes.find("shop.Order").orElseThrow();
            MemberDetails a = order.fields().get(0);
            AnnotationUsage column =
                    a.annotations().find("jakarta.persistence.Column").orElseThrow();

            assertThat(column.explicit()).isEqualTo(Map.of("length", 40));
            assertThat(column.flag("nullable", false)).isTrue();
            assertThat(column.string("name")).isEmpty();
            assertThat(column.place("length")).isNotEqualTo(column.place());
            assertThat(column.place("name")).isEqualTo(column.place());
            assertThat(column.place("length").text()).isEqualTo("Order.a");
            assertThat(a.annotations()
                            .find("jakarta.persistence.Convert")
                            .flatMap(convert -> convert.type("converter")))
                    .contains(TypeRef.Declared.of("shop.C"));
            assertThat(a.annotations()
                            .find("jakarta.persistence.Enumerated")
                            .orElseThrow()
                            .constant("value"))
                    .isEqualTo("STRING");
            assertThat(order.annotations()
                            .find("jakarta.persistence.Table")
                            .orElseThrow()
                            .nestedList("indexes"))
                    .singleElement()
                    .satisfies(index -> assertThat(index.string("columnList")).isEqualTo("a, b"));
            AnnotationUsage manyToOne = order.fields()
                    .get(1)
                    .annotations()
                    .find("jakarta.persistence.ManyToOne")
                    .orElseThrow();
            assertThat(manyToOne.type("targetEntity")).isEmpty();
            assertThat(manyToOne.constant("fetch")).isEqualTo("EAGER");
        });
    }

    @Test
    void repeatedAnnotationsStandInTheirContainer() {
        Sources.of("""
                package shop;
                import jakarta.persistence.*;
                class Order {
                    @JoinColumn(name = "x") @JoinColumn(name = "y") Order parent;
                }
                """)
                .read(classes -> assertThat(classes.find("shop.Order")
                                .orElseThrow()
                                .fields()
                                .get(0)
                                .annotations()
                                .all("jakarta.persistence.JoinColumn", "jakarta.persistence.JoinColumns"))
                        .extracting(column -> column.string("name"))
                        .containsExactly("x", "y"));
    }

    @Test
    void packageAnnotationsAndEnumConstantsAreRead() {
        Sources.of("""
                @jakarta.persistence.SequenceGenerator(name = "ids", allocationSize = 10)
                package shop;
                """, """
                package shop;
                enum State { OPEN, @Deprecated CLOSED; static final int N = 2; int weight; }
                """).read(classes -> {
            ClassDetails state = classes.find("shop.State").orElseThrow();

            assertThat(state.constants())
                    .extracting(ClassDetails.Constant::name)
                    .containsExactly("OPEN", "CLOSED");
            assertThat(state.constants().get(1).annotations().has("java.lang.Deprecated"))
                    .isTrue();
            assertThat(state.fields()).extracting(MemberDetails::name).containsExactly("N", "weight");
            assertThat(state.packageAnnotations()
                            .find("jakarta.persistence.SequenceGenerator")
                            .orElseThrow()
                            .number("allocationSize", 50))
                    .isEqualTo(10);
        });
    }

    @Test
    void classesOfTheClassPathAndTheJdkAreFoundLikeSources() {
        Sources.of("class Any {}").read(classes -> {
            assertThat(classes.find("java.time.DayOfWeek").orElseThrow().constants())
                    .hasSize(7);
            ClassDetails column = classes.find("jakarta.persistence.Column").orElseThrow();
            assertThat(column.kind()).isEqualTo(ClassDetails.Kind.ANNOTATION);
            assertThat(column.annotations().has("java.lang.annotation.Retention"))
                    .isTrue();
            assertThat(classes.find("Any").orElseThrow().packageName()).isEmpty();
            assertThat(classes.find("no.such.Class")).isEmpty();
        });
    }

    @Test
    void subtypesIgnoreTypeArguments() {
        Sources.of("class Names extends java.util.ArrayList<String> {}").read(classes -> {
            assertThat(classes.isSubtype("Names", "java.util.Collection")).isTrue();
            assertThat(classes.isSubtype("Names", "java.util.Set")).isFalse();
            assertThat(classes.isSubtype("Names", "Names")).isTrue();
            assertThat(classes.isSubtype("Names", "no.such.Class")).isFalse();
        });
    }

    @Test
    void whatDoesNotResolveIsNamedWithItsPlace() {
        Sources.of("""
                package shop;
                import jakarta.persistence.*;
                class Order extends Gone {
                    Money total;
                    java.util.List<Line> lines;
                    @Convert(converter = Nowhere.class) String text;
                    @Column(length = LENGTH) String size;
                }
                """).readElements(reader -> {
            ClassDetails order = reader.find("shop.Order").orElseThrow();

            assertThat(order.superclass()).isEmpty();
            assertThat(order.fields().get(0).type()).isEqualTo(new TypeRef.Unresolved("Money"));
            assertThat(order.fields().get(2).annotations().usages().get(0).explicit())
                    .isEmpty();
            assertThat(reader.missing("shop.Order"))
                    .extracting(missing -> missing.place().text() + ": " + missing.what())
                    .containsExactly(
                            "Order: Gone",
                            "Order.total: Money",
                            "Order.lines: Line",
                            "Order.text: a value that does not compile",
                            "Order.size: a value that does not compile");
            assertThat(reader.missing("java.lang.String")).isEmpty();
        });
    }

    @Test
    void anAnnotationWhoseTypeHasItselfAsDefaultIsRead() {
        Sources.of("""
                @interface Deep { Deep[] value() default {}; String text() default "<error>"; }
                class Any { @Deep(@Deep) int field; }
                """).read(classes -> {
            AnnotationUsage deep = classes.find("Any")
                    .orElseThrow()
                    .fields()
                    .get(0)
                    .annotations()
                    .find("Deep")
                    .orElseThrow();
            assertThat(deep.nestedList("value")).hasSize(1);
            assertThat(deep.value("text")).isEqualTo(Optional.of("<error>"));
            assertThat(deep.list("none")).isEqualTo(List.of());
        });
    }
}
