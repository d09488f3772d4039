package model;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.util.UUID;

@Converter class ToBytes implements AttributeConverter<String, byte[]> { public byte[] convertToDatabaseColumn(String d) { return null; } public String convertToEntityAttribute(byte[] s) { return null; } }
@Converter class ToDecimal implements AttributeConverter<String, BigDecimal> { public BigDecimal convertToDatabaseColumn(String d) { return null; } public String convertToEntityAttribute(BigDecimal s) { return null; } }
@Converter class ToStamp implements AttributeConverter<String, java.sql.Timestamp> { public java.sql.Timestamp convertToDatabaseColumn(String d) { return null; } public String convertToEntityAttribute(java.sql.Timestamp s) { return null; } }
@Converter class ToUuid implements AttributeConverter<String, UUID> { public UUID convertToDatabaseColumn(String d) { return null; } public String convertToEntityAttribute(UUID s) { return null; } }
@Entity class A { @Id Long id; @Convert(converter = ToBytes.class) String a; @Convert(converter = ToDecimal.class) @Column(precision = 9, scale = 3) String b; @Convert(converter = ToStamp.class) String c; @Convert(converter = ToUuid.class) String d; @Lob @Convert(converter = ToBytes.class) String e; }
