package shop;

import jakarta.persistence.*;
import java.io.Serializable;

class Pk implements Serializable {
    private String lhs;
    private Long rhs;
    public String getLhs() { return lhs; }
    public void setLhs(String v) { lhs = v; }
    public Long getRhs() { return rhs; }
    public void setRhs(Long v) { rhs = v; }
}

@Entity
@IdClass(Pk.class)
class Pair {
    private String lhs;
    private Long rhs;
    @Id public String getLhs() { return lhs; }
    public void setLhs(String v) { lhs = v; }
    @Id @Column(name = "r") public Long getRhs() { return rhs; }
    public void setRhs(Long v) { rhs = v; }
}

@Embeddable
class Ek implements Serializable {
    private String one;
    private Integer two;
    @Column(name = "eins", length = 20) public String getOne() { return one; }
    public void setOne(String v) { one = v; }
    public Integer getTwo() { return two; }
    public void setTwo(Integer v) { two = v; }
}

@Entity
class Emb {
    private Ek id;
    private Pair pair;
    @EmbeddedId public Ek getId() { return id; }
    public void setId(Ek v) { id = v; }
    @ManyToOne public Pair getPair() { return pair; }
    public void setPair(Pair v) { pair = v; }
}
