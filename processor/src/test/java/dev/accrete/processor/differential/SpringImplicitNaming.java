package dev.accrete.processor.differential;

import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitJoinTableNameSource;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;

/**
 * What Spring Boot sets: join tables are called after the owner's table and the attribute.
 *
 * @implNote Source: org.springframework.boot.hibernate.SpringImplicitNamingStrategy of Spring Boot 4.
 */
final class SpringImplicitNaming extends ImplicitNamingStrategyJpaCompliantImpl {

    private static final long serialVersionUID = 1L;

    @Override
    public Identifier determineJoinTableName(ImplicitJoinTableNameSource source) {
        return toIdentifier(
                source.getOwningPhysicalTableName() + "_"
                        + source.getAssociationOwningAttributePath().getProperty(),
                source.getBuildingContext());
    }
}
