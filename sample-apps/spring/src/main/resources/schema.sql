create table purchase (id identity primary key, product varchar(40), paid boolean);
create table stock (product varchar(40) primary key, pieces int);
insert into stock select concat('product-', x), x from system_range(0, 23);
