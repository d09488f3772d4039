package model;

import jakarta.persistence.*;

@Entity
class UserAccountEntry {
    @Id
    @GeneratedValue
    Long userAccountId;

    String firstName;
    String lastNameUPPER;
    String userID;
    String URLPath;
    String myURLValue;
    String iPhone;
    String a1B2;
    String aB;
    String x2Y;
    String already_snake;
    String _leading;
    boolean isActive;

    @ManyToOne
    UserAccountEntry parentEntry;
}
