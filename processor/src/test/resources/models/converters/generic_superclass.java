package model;

import jakarta.persistence.*;
import java.util.Locale;

abstract class Base<X> implements AttributeConverter<X, String> { public String convertToDatabaseColumn(X d) { return ""; } public X convertToEntityAttribute(String s) { return null; } }
@Converter class OfLocale extends Base<Locale> {}
@Converter(autoApply = true) class OfPattern extends Base<java.util.regex.Pattern> {}
@Entity class A { @Id Long id; @Convert(converter = OfLocale.class) @Column(length = 8) Locale a; java.util.regex.Pattern b; }
