package shop;
import jakarta.persistence.*;
@Entity @Table(uniqueConstraints={@UniqueConstraint(columnNames={"a","b"}),@UniqueConstraint(columnNames={"a","b"}),@UniqueConstraint(columnNames={"b","a"})}) class A{@Id Long id; int a; int b;}
@Entity @Table(uniqueConstraints={@UniqueConstraint(columnNames={"a","b"}),@UniqueConstraint(name="n1",columnNames={"a","b"})}) class B{@Id Long id; int a; int b;}
@Entity @Table(uniqueConstraints={@UniqueConstraint(name="n2",columnNames={"a","b"}),@UniqueConstraint(columnNames={"a","b"})}) class C{@Id Long id; int a; int b;}
@Entity @Table(uniqueConstraints={@UniqueConstraint(name="n3",columnNames={"a"}),@UniqueConstraint(name="n4",columnNames={"a"})}, indexes=@Index(columnList="a",unique=true)) class D{@Id Long id; int a; @Column(unique=true) int b;}
@Entity @Table(uniqueConstraints={@UniqueConstraint(name="n5",columnNames={"a"}),@UniqueConstraint(name="n6",columnNames={"a"})}) class E{@Id Long id; @Column(unique=true) int a; int b;}
@Entity @Table(indexes={@Index(columnList="a,b",unique=true),@Index(columnList="a,b",unique=true,name="i2"),@Index(columnList="b,a",unique=true)}) class F{@Id Long id; int a; int b;}
@Entity @Table(uniqueConstraints={@UniqueConstraint(name="same",columnNames={"a","b"}),@UniqueConstraint(name="same",columnNames={"a"})}) class G{@Id Long id; int a; int b;}
