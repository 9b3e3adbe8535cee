/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/feeds/generate-words.h"

const MadafWord madaf_nouns[] = {
  { "חולצה", "قميص", "Рубашка", "shirt" },     { "שמלה", "فستان", "Платье", "dress" },
  { "מכנסיים", "بنطال", "Брюки", "trousers" }, { "מעיל", "معطف", "Пальто", "coat" },
  { "סוודר", "كنزة", "Свитер", "sweater" },    { "חצאית", "تنورة", "Юбка", "skirt" },
  { "ז'קט", "سترة", "Жакет", "jacket" },       { "פיג'מה", "بيجاما", "Пижама", "pyjamas" },
  { "צעיף", "وشاح", "Шарф", "scarf" },         { "כובע", "قبعة", "Шапка", "hat" },
  { "תיק", "حقيبة", "Сумка", "bag" },          { "חגורה", "حزام", "Ремень", "belt" },
  { "כרית", "وسادة", "Подушка", "cushion" },   { "שמיכה", "بطانية", "Плед", "blanket" },
  { "מגבת", "منشفة", "Полотенце", "towel" },   { "וילון", "ستارة", "Штора", "curtain" },
  { "מפה", "مفرش", "Скатерть", "tablecloth" }, { "שטיח", "سجادة", "Ковёр", "rug" },
  { "גרביים", "جوارب", "Носки", "socks" },     { "כפפות", "قفازات", "Перчатки", "gloves" },
};
const guint madaf_n_nouns = G_N_ELEMENTS (madaf_nouns);

const MadafWord madaf_materials[] = {
  { "מכותנה", "من القطن", "из хлопка", "Cotton" },       { "מפשתן", "من الكتان", "изо льна", "Linen" },
  { "מצמר", "من الصوف", "из шерсти", "Wool" },           { "ממשי", "من الحرير", "из шёлка", "Silk" },
  { "מקשמיר", "من الكشمير", "из кашемира", "Cashmere" }, { "מוויסקוזה", "من الفيسكوز", "из вискозы", "Viscose" },
  { "מקטיפה", "من المخمل", "из бархата", "Velvet" },     { "מדנים", "من الدنيم", "из денима", "Denim" },
  { "מפליס", "من الفليس", "из флиса", "Fleece" },        { "מבמבוק", "من الخيزران", "из бамбука", "Bamboo" },
};
const guint madaf_n_materials = G_N_ELEMENTS (madaf_materials);

const MadafWord madaf_departments[] = {
  { "נשים", "نساء", "Женщинам", "Women" }, { "גברים", "رجال", "Мужчинам", "Men" },
  { "ילדים", "أطفال", "Детям", "Kids" },   { "לבית", "المنزل", "Для дома", "Home" },
  { "ספורט", "رياضة", "Спорт", "Sport" },  { "עודפים", "تخفيضات", "Распродажа", "Outlet" },
};
const guint madaf_n_departments = G_N_ELEMENTS (madaf_departments);

const MadafCity madaf_cities[] = {
  { { "תל אביב", "تل أبيب", "Тель-Авив", "Tel Aviv" }, 32.08, 34.78 },
  { { "ירושלים", "القدس", "Иерусалим", "Jerusalem" }, 31.77, 35.21 },
  { { "חיפה", "حيفا", "Хайфа", "Haifa" }, 32.79, 34.99 },
  { { "באר שבע", "بئر السبع", "Беэр-Шева", "Be'er Sheva" }, 31.25, 34.79 },
  { { "נצרת", "الناصرة", "Назарет", "Nazareth" }, 32.70, 35.30 },
  { { "אשדוד", "أشدود", "Ашдод", "Ashdod" }, 31.80, 34.65 },
  { { "נתניה", "نتانيا", "Нетания", "Netanya" }, 32.33, 34.86 },
  { { "ראשון לציון", "ريشون لتسيون", "Ришон-ле-Цион", "Rishon LeZion" }, 31.96, 34.80 },
  { { "אילת", "إيلات", "Эйлат", "Eilat" }, 29.56, 34.95 },
  { { "עכו", "عكا", "Акко", "Acre" }, 32.93, 35.08 },
};
const guint madaf_n_cities = G_N_ELEMENTS (madaf_cities);

const MadafShade madaf_shades[] = {
  { "white", "#f6f4ef", { "לבן", "أبيض", "Белый", "White" } },
  { "black", "#1f1f21", { "שחור", "أسود", "Чёрный", "Black" } },
  { "navy", "#1f2f4d", { "כחול נייבי", "كحلي", "Тёмно-синий", "Navy" } },
  { "red", "#b3322f", { "אדום", "أحمر", "Красный", "Red" } },
  { "green", "#3f6b4a", { "ירוק", "أخضر", "Зелёный", "Green" } },
  { "grey", "#8d9094", { "אפור", "رمادي", "Серый", "Grey" } },
  { "beige", "#dccbaa", { "בז'", "بيج", "Бежевый", "Beige" } },
  { "mustard", "#c7952f", { "חרדל", "خردلي", "Горчичный", "Mustard" } },
};
const guint madaf_n_shades = G_N_ELEMENTS (madaf_shades);

const char *const madaf_sizes[] = { "XS", "S", "M", "L", "XL", "XXL" };
const guint madaf_n_sizes = G_N_ELEMENTS (madaf_sizes);

const char *const madaf_syllables[] = {
  "no", "ra",  "li", "ta",  "ve",  "mi", "sol", "dan", "ke", "ru", "ba",  "zi",  "lor", "ma", "fi",
  "ga", "nel", "po", "sha", "tir", "ul", "va",  "win", "yo", "ar", "bel", "cor", "dri", "em", "han",
};
const guint madaf_n_syllables = G_N_ELEMENTS (madaf_syllables);

const char *const madaf_brands[] = {
  "Tavori", "Lumero", "Sadeh", "Kinor", "Orenta", "Mivra", "Dolev", "Ranita", "Pelago", "Zohara", "Nevet", "Corali",
};
const guint madaf_n_brands = G_N_ELEMENTS (madaf_brands);
