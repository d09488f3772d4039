package shop;

import jakarta.persistence.*;
import java.time.LocalDate;

/** A record can be embedded too. */
@Embeddable
public record Period(LocalDate startsOn, LocalDate endsOn) {}
