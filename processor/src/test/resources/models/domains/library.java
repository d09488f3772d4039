package model;

import jakarta.persistence.*;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

// Books, copies, loans, with property access throughout.
@Entity
class Book {
    private String isbn;
    private String title;
    private Set<Writer> writers = new HashSet<>();
    private List<Copy> copies;
    private int pages;

    @Id
    @Column(length = 13)
    public String getIsbn() {
        return isbn;
    }

    public void setIsbn(String i) {
        isbn = i;
    }

    @Column(nullable = false)
    public String getTitle() {
        return title;
    }

    public void setTitle(String t) {
        title = t;
    }

    @ManyToMany
    @JoinTable(name = "book_writer")
    public Set<Writer> getWriters() {
        return writers;
    }

    public void setWriters(Set<Writer> w) {
        writers = w;
    }

    @OneToMany(mappedBy = "book")
    public List<Copy> getCopies() {
        return copies;
    }

    public void setCopies(List<Copy> c) {
        copies = c;
    }

    public int getPages() {
        return pages;
    }

    public void setPages(int p) {
        pages = p;
    }
}

@Entity
class Writer {
    private Long id;
    private String name;
    private Set<Book> books;

    @Id
    @GeneratedValue
    public Long getId() {
        return id;
    }

    public void setId(Long i) {
        id = i;
    }

    public String getName() {
        return name;
    }

    public void setName(String n) {
        name = n;
    }

    @ManyToMany(mappedBy = "writers")
    public Set<Book> getBooks() {
        return books;
    }

    public void setBooks(Set<Book> b) {
        books = b;
    }
}

@Entity
class Copy {
    private Long id;
    private Book book;
    private Loan current;
    private boolean lost;

    @Id
    @GeneratedValue
    public Long getId() {
        return id;
    }

    public void setId(Long i) {
        id = i;
    }

    @ManyToOne(optional = false)
    public Book getBook() {
        return book;
    }

    public void setBook(Book b) {
        book = b;
    }

    @OneToOne(mappedBy = "copy")
    public Loan getCurrent() {
        return current;
    }

    public void setCurrent(Loan l) {
        current = l;
    }

    public boolean isLost() {
        return lost;
    }

    public void setLost(boolean l) {
        lost = l;
    }
}

@Entity
class Loan {
    private Long id;
    private Copy copy;
    private String reader;
    private Date until;

    @Id
    @GeneratedValue
    public Long getId() {
        return id;
    }

    public void setId(Long i) {
        id = i;
    }

    @OneToOne(optional = false)
    @JoinColumn(name = "copy_id")
    public Copy getCopy() {
        return copy;
    }

    public void setCopy(Copy c) {
        copy = c;
    }

    public String getReader() {
        return reader;
    }

    public void setReader(String r) {
        reader = r;
    }

    @jakarta.persistence.Temporal(TemporalType.DATE)
    public Date getUntil() {
        return until;
    }

    public void setUntil(Date u) {
        until = u;
    }
}
