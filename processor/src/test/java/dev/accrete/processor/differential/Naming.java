package dev.accrete.processor.differential;

/** A value of the processor's option; {@link HibernateModel} has the strategies of Hibernate that it stands for. */
public enum Naming {
    JPA("jpa"),
    SNAKE_CASE("snake_case");

    private final String option;

    Naming(String option) {
        this.option = option;
    }

    String option() {
        return option;
    }
}
