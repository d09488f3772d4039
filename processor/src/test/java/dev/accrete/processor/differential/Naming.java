package dev.accrete.processor.differential;

import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitJoinTableNameSource;
import org.hibernate.boot.model.naming.ImplicitNamingStrategy;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl;

/** A value of the processor's option, with the strategies of Hibernate that it stands for. */
public enum Naming {
    JPA("jpa", new ImplicitNamingStrategyJpaCompliantImpl(), new PhysicalNamingStrategyStandardImpl()),
    SNAKE_CASE("snake_case", new SpringImplicitNaming(), new PhysicalNamingStrategySnakeCaseImpl());

    private final String option;
    private final transient ImplicitNamingStrategy implicit;
    private final transient PhysicalNamingStrategy physical;

    Naming(String option, ImplicitNamingStrategy implicit, PhysicalNamingStrategy physical) {
        this.option = option;
        this.implicit = implicit;
        this.physical = physical;
    }

    String option() {
        return option;
    }

    ImplicitNamingStrategy implicit() {
        return implicit;
    }

    PhysicalNamingStrategy physical() {
        return physical;
    }

    /**
     * What Spring Boot sets: join tables are called after the owner's table and the attribute.
     *
     * @implNote Source: org.springframework.boot.hibernate.SpringImplicitNamingStrategy of Spring Boot 4.
     */
    private static final class SpringImplicitNaming extends ImplicitNamingStrategyJpaCompliantImpl {

        private static final long serialVersionUID = 1L;

        @Override
        public Identifier determineJoinTableName(ImplicitJoinTableNameSource source) {
            return toIdentifier(
                    source.getOwningPhysicalTableName() + "_"
                            + source.getAssociationOwningAttributePath().getProperty(),
                    source.getBuildingContext());
        }
    }
}
