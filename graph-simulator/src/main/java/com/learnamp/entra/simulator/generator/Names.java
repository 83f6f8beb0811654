package com.learnamp.entra.simulator.generator;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Names of people from many places, and the words that their jobs are made of. */
final class Names {

    record FullName(String given, String surname, String language, boolean surnameFirst) {
        String display() {
            return surnameFirst ? surname + " " + given : given + " " + surname;
        }
    }

    private record Culture(
            String language, boolean surnameFirst, List<String> given, List<String> surnames) {}

    private static final List<Culture> CULTURES =
            List.of(
                    culture(
                            "en-GB",
                            "Olivia Amelia Isla Ava Freya Poppy Harriet Imogen Oliver George"
                                    + " Arthur Noah Alfie Rhys Callum Angus Mary-Jane Tom",
                            "Smith Jones Taylor Brown Evans Hughes Fletcher Armitage Whitfield"
                                    + " Pemberton Ashworth Okafor-Smith Lloyd Fitzgerald Cole"),
                    culture(
                            "en-US",
                            "Emma Sophia Madison Harper Ashley Brooklyn Liam Ethan Mason Jackson"
                                    + " Tyler DeShawn Kayla Tyrell Savannah Hunter",
                            "Johnson Williams Davis Miller Wilson Moore Anderson Jackson"
                                    + " Washington Carter Brooks Hayes Bennett McAllister"),
                    culture(
                            "ga-IE",
                            "Aoife Saoirse Niamh Ciara Siobhán Caoimhe Oisín Cillian Pádraig"
                                    + " Fionn Seán Darragh",
                            "O'Brien Murphy O'Sullivan Kelly Byrne Ó_Murchú Gallagher Doherty"
                                    + " Nic_Dhomhnaill McCarthy Fitzpatrick"),
                    culture(
                            "de-DE",
                            "Lena Jürgen Käthe Björn Anneliese Günther Sophie Lukas Felix Jörg"
                                    + " Mareike Karl-Heinz Wiebke Hans-Jürgen",
                            "Müller Schmidt Schröder Weiß Groß Köhler Böhm Strauß Jäger Hoffmann"
                                    + " von_der_Heide Zimmermann Vogt"),
                    culture(
                            "fr-FR",
                            "Chloé Léa Élodie Jean-François Thérèse Noël Amélie Aurélien Benoît"
                                    + " Océane Gaëlle Loïc Zoé",
                            "Dubois Lefèvre Moreau Gauthier Chevalier de_La_Fontaine Béranger"
                                    + " Rousseau Desprès Garçon L'Hôpital"),
                    culture(
                            "es-ES",
                            "María_José Íñigo Lucía Begoña Iñaki Andrés Concepción Ramón Nuria"
                                    + " Álvaro Mónica Jesús",
                            "García_López Núñez Rodríguez_Peña Ibáñez Muñoz Gutiérrez Ordóñez"
                                    + " Vázquez Etxebarria Castaño"),
                    culture(
                            "pt-BR",
                            "João Beatriz Conceição Thiago Luíza Antônio Larissa Caíque Inês"
                                    + " Gonçalo Vitória",
                            "da_Silva Souza dos_Santos Gonçalves Magalhães Araújo Falcão"
                                    + " Nascimento Brandão"),
                    culture(
                            "pl-PL",
                            "Łukasz Małgorzata Żaneta Krzysztof Agnieszka Wojciech Grażyna Michał"
                                    + " Paweł Bożena",
                            "Wójcik Kowalczyk Łukasiewicz Żuk Dąbrowska Śliwiński Błaszczyk"
                                    + " Jędrzejczak Gałązka"),
                    culture(
                            "tr-TR",
                            "Işıl İbrahim Çağla Gülşen Oğuz Ümit Şule Barış Özlem Kıvanç",
                            "Yılmaz Şahin Öztürk Çelik Aydın Kılıç Güneş Doğan Işık"),
                    culture(
                            "nl-NL",
                            "Sanne Thijs Maartje Joost Fleur Bram Liesbeth Sjoerd",
                            "van_den_Berg de_Vries 't_Hart van_'t_Hoff Jansen Dijkstra"
                                    + " IJsselstein Kuijpers"),
                    culture(
                            "is-IS",
                            "Guðrún Þórunn Björk Sigríður Ævar Þór Ólafur Hrafnhildur",
                            "Jónsdóttir Þorsteinsson Guðmundsdóttir Ólafsson Ægisson"),
                    culture(
                            "vi-VN",
                            "Thị_Hương Minh_Đức Quỳnh Văn_Dũng Thu_Hà Phương",
                            "Nguyễn Trần Phạm Đặng Võ Bùi Huỳnh"),
                    culture(
                            "en-NG",
                            "Adaobi Chukwuemeka Ngozi Olúwáṣeun Folasade Emeka Yetunde Tunde",
                            "Okonkwo Adeyemi Eze Nwachukwu Balogun Ọláyínká Obi"),
                    culture(
                            "hi-IN",
                            "Priya Arjun Lakshmi Rohan Aishwarya Vikram Deepika Sanjay Kavya",
                            "Patel Sharma Iyer Krishnamurthy Chatterjee Reddy Singh Venkataraman"),
                    culture(
                            "ar-AE",
                            "Fatima Mohammed Aisha Omar Layla Yousef Noor Abdulrahman",
                            "Al-Farsi bin_Rashid El-Sayed Haddad Al_Maktoum Khoury Nasser"),
                    eastern(
                            "zh-CN",
                            "伟 芳 秀英 敏 静 丽 强 磊 Xiaoming Meiling Jie Yun",
                            "王 李 张 刘 陈 Zhang Wang Li Ouyang Chen"),
                    eastern(
                            "ja-JP",
                            "翔太 さくら 陽菜 健太 Haruto Yui Sōta Aiko",
                            "佐藤 鈴木 高橋 Tanaka Itō Watanabe Ōno"),
                    culture(
                            "ru-RU",
                            "Анна Дмитрий Svetlana Алексей Irina Наталья Yevgeny",
                            "Иванов Petrova Смирнов Kuznetsova Соколова Volkov"));

    private static final List<String> LEVELS =
            List.of("", "", "", "Junior ", "Senior ", "Lead ", "Principal ", "Graduate ");
    private static final List<String> ROLES =
            List.of(
                    "Engineer",
                    "Analyst",
                    "Account Manager",
                    "Consultant",
                    "Designer",
                    "Nurse",
                    "Technician",
                    "Buyer",
                    "Recruiter",
                    "Planner",
                    "Coordinator",
                    "Solicitor",
                    "Trainer",
                    "Architect",
                    "Administrator",
                    "Product Manager");
    static final List<String> DEPARTMENTS =
            List.of(
                    "Engineering",
                    "Sales",
                    "Marketing",
                    "Finance",
                    "People & Culture",
                    "Customer Success",
                    "Legal",
                    "Operations",
                    "Research and Development",
                    "Kundendienst Süd",
                    "Ventes – Île-de-France",
                    "IT",
                    "Facilities",
                    "Procurement");
    static final List<String> OFFICES =
            List.of(
                    "London",
                    "Manchester",
                    "Dublin",
                    "München",
                    "Paris",
                    "Kraków",
                    "İstanbul",
                    "São Paulo",
                    "New York",
                    "Singapore",
                    "東京",
                    "Remote");

    private static final Pattern NOT_MAIL = Pattern.compile("[^a-z0-9]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Names() {}

    static FullName any(RandomGenerator random) {
        Culture culture = one(CULTURES, random);
        return new FullName(
                one(culture.given(), random),
                one(culture.surnames(), random),
                culture.language(),
                culture.surnameFirst());
    }

    static String job(RandomGenerator random) {
        return one(LEVELS, random) + one(ROLES, random);
    }

    static <T> T one(List<T> all, RandomGenerator random) {
        return all.get(random.nextInt(all.size()));
    }

    /** The part of an address before the @, unique by its number. */
    static String mailName(FullName name, int number) {
        String ascii = ascii(name.given()) + "." + ascii(name.surname());
        return (ascii.length() < 4 ? "user" : ascii) + number;
    }

    private static String ascii(String text) {
        String special =
                text.toLowerCase(Locale.ROOT)
                        .replace("ß", "ss")
                        .replace("ł", "l")
                        .replace("ø", "o")
                        .replace("đ", "d")
                        .replace("ð", "d")
                        .replace("þ", "th")
                        .replace("æ", "ae")
                        .replace("ı", "i");
        String bare =
                MARKS.matcher(Normalizer.normalize(special, Normalizer.Form.NFD)).replaceAll("");
        return NOT_MAIL.matcher(bare).replaceAll("");
    }

    private static Culture culture(String language, String given, String surnames) {
        return new Culture(language, false, words(given), words(surnames));
    }

    private static Culture eastern(String language, String given, String surnames) {
        return new Culture(language, true, words(given), words(surnames));
    }

    private static List<String> words(String words) {
        return List.of(words.split(" ")).stream().map(word -> word.replace('_', ' ')).toList();
    }
}
