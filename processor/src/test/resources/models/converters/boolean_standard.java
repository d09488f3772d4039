package model;

import jakarta.persistence.*;
import org.hibernate.type.NumericBooleanConverter;
import org.hibernate.type.TrueFalseConverter;
import org.hibernate.type.YesNoConverter;

@Entity class A { @Id Long id; @Convert(converter = YesNoConverter.class) boolean a; @Convert(converter = TrueFalseConverter.class) Boolean b; @Convert(converter = NumericBooleanConverter.class) @Column(nullable = false) Boolean c; }
