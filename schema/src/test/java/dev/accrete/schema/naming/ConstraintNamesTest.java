package dev.accrete.schema.naming;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConstraintNamesTest {

    private static final QualifiedName ORDERS = QualifiedName.of("orders");

    @Test
    void namesAreTableColumnsAndKindAsPostgresMakesThem() {
        assertThat(ConstraintNames.primaryKey(ORDERS)).hasToString("orders_pkey");
        assertThat(ConstraintNames.uniqueKey(ORDERS, List.of(Name.of("number"), Name.of("year"))))
                .hasToString("orders_number_year_key");
        assertThat(ConstraintNames.foreignKey(ORDERS, List.of(Name.of("customer_id"))))
                .hasToString("orders_customer_id_fkey");
        assertThat(ConstraintNames.index(ORDERS, List.of(Name.of("customer_id"))))
                .hasToString("orders_customer_id_idx");
        assertThat(ConstraintNames.check(ORDERS, Name.of("state"))).hasToString("orders_state_check");
        assertThat(ConstraintNames.tableCheck(ORDERS, 0)).hasToString("orders_check");
        assertThat(ConstraintNames.tableCheck(ORDERS, 2)).hasToString("orders_check2");
    }

    @Test
    void theSchemaIsNoPartOfTheName() {
        assertThat(ConstraintNames.primaryKey(QualifiedName.of(Name.of("shop"), Name.of("orders"))))
                .hasToString("orders_pkey");
    }

    @Test
    void aNameThatIsTooLongIsCutAndKeepsApartWhatItsEndKeptApart() {
        Name first = ConstraintNames.check(ORDERS, Name.of("x".repeat(70) + "a"));
        Name second = ConstraintNames.check(ORDERS, Name.of("x".repeat(70) + "b"));

        assertThat(first.text()).hasSize(63).startsWith("orders_xxx").endsWith("_check");
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void theLimitCountsBytesAndCutsBetweenCharacters() {
        Name name = ConstraintNames.check(ORDERS, Name.of("ö".repeat(40)));

        assertThat(name.text().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(63);
        assertThat(name.text()).startsWith("orders_öö").endsWith("_check").doesNotContain("\uFFFD");
    }

    @Test
    void namesThatDifferInCaseAloneAreShortenedAlikeBecauseTheyAreOneName() {
        assertThat(ConstraintNames.check(ORDERS, Name.of("X".repeat(70))))
                .isEqualTo(ConstraintNames.check(ORDERS, Name.of("x".repeat(70))));
    }

    @Test
    void quotesAppearOnlyWhereTheNameNeedsThem() {
        assertThat(ConstraintNames.primaryKey(QualifiedName.of(Name.quoted("order"))))
                .hasToString("order_pkey");
        assertThat(ConstraintNames.primaryKey(QualifiedName.of(Name.quoted("line item"))))
                .hasToString("\"line item_pkey\"");
        assertThat(ConstraintNames.check(QualifiedName.of(Name.quoted("Order")), Name.of("State")))
                .hasToString("\"Order_state_check\"");
    }
}
