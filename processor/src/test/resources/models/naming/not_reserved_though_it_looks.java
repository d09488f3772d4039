package model;

import jakarta.persistence.*;

@Entity
@Table(name = "events")
class Event {
    @Id
    Long id;

    String name;
    String type;
    String status;
    String text;
    String comment;
    String date;
    String time;
    String timestamp;
    String position;
    String role;
    String level;
    String description;
    String number;
    String index;
    String count;
    String version;
    String password;
    String content;
    String title;
    String data;
    String state;
    String label;
    String language;
    String source;
    String url;
    String action;
    String code;
    String domain;
    String event;
    String rank;
    String sequence;
    String start;
    String first;
    String last;
}
