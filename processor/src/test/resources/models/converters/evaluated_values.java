package shop;

import jakarta.persistence.*;
import java.util.*;

// The values of @EnumeratedValue.
enum Grade { GOOD('g'), BAD('b'), UGLY("u'") ; @EnumeratedValue private final String code; Grade(char c) { this(String.valueOf(c)); } Grade(String c) { code = c; } }
enum Size { S(10), M(300), L(-1), XL(10 * 4); @EnumeratedValue final int size; Size(int size) { this.size = size; } }
enum Tiny { A((byte) 3), B((byte) 1); @EnumeratedValue final byte b; Tiny(byte b) { this.b = b; } }
enum Many { A, B, C, D, E, F, G, H, I, J, K, L, M, N; @EnumeratedValue final short s; Many() { this.s = (short) (ordinal() * 37); } }

@Entity
class Thing {
    @Id Long id;
    @Enumerated(EnumType.STRING) Grade grade;
    Size size;
    @Column(nullable = false) Tiny tiny;
    Many many;
    @ElementCollection Set<Size> sizes;
    @ElementCollection @Enumerated(EnumType.STRING) @Column(length = 5) List<Grade> grades;
}
